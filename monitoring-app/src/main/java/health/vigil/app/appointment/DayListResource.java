package health.vigil.app.appointment;

import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.app.reading.ReadModels;
import health.vigil.appointment.PractitionerId;
import health.vigil.projection.appointment.DayList;
import health.vigil.projection.appointment.FindDayList;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/practitioners/{practitionerId}/appointments")
@Tag(name = "Appointments")
class DayListResource {
  static final String READ_MODEL = "day-list";
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final ReadModels readModels;
  private final ShownAppointments shown;
  private final AppointmentConfiguration configuration;
  private final Clock clock;

  DayListResource(
      ReadModels readModels,
      ShownAppointments shown,
      AppointmentConfiguration configuration,
      Clock clock) {
    this.readModels = readModels;
    this.shown = shown;
    this.configuration = configuration;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The day list of a practitioner",
      description =
          "All appointments that touch the day, by start; cancelled and missed ones too, with"
              + " their status. Who has some wards sees those of patients who lie there or"
              + " nowhere; such a page may be short and still have a next.")
  public Page<AppointmentAnswer> day(
      @PathParam("practitionerId") PractitionerId practitioner,
      @Parameter(description = "A local day of the hospital, such as 2026-12-01; today if absent")
          @QueryParam("date")
          @Nullable String date,
      @BeanParam PageRequest page,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    LocalDate day = date == null ? today() : parse(date);
    readModels.await(READ_MODEL, minPosition);
    DayList found =
        readModels.ask(
            new FindDayList(practitioner, day, page.limit(), page.cursor()), DayList.class);
    return Page.of(
        shown.of(found.appointments(), minPosition).stream().map(AppointmentAnswer::of).toList(),
        found.next());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), configuration.timeZone());
  }

  private static LocalDate parse(String date) {
    Refusal refusal = Refusal.invalid("date", "a day such as 2026-12-01");
    if (!FORM.matcher(date).matches()) {
      throw refusal;
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException noSuchDay) {
      refusal.initCause(noSuchDay);
      throw refusal;
    }
  }
}
