package health.vigil.app.monitoring;

import health.vigil.app.json.Instants;
import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.app.reading.ReadModels;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.FindChart;
import health.vigil.projection.patient.FindObservations;
import health.vigil.projection.patient.FindPatient;
import health.vigil.projection.patient.ObservationPage;
import health.vigil.projection.patient.PatientChart;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients/{patientId}")
@Tag(name = "Observations")
class ChartResource {
  private static final String READ_MODEL = "patient-chart";
  private static final Duration CHART_SPAN = Duration.ofDays(1);

  /** What is measured a moment ahead of our clock belongs on the chart. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final ReadModels readModels;
  private final Clock clock;

  ChartResource(ReadModels readModels, Clock clock) {
    this.readModels = readModels;
    this.clock = clock;
  }

  @GET
  @Path("observations")
  @Operation(
      summary = "The observation sets of a patient, by time of measurement",
      description = "Corrected sets come with what they replaced, retracted ones are marked.")
  public Page<ObservationView> observations(
      @PathParam("patientId") PatientId patient,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @BeanParam PageRequest page,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    FindObservations query =
        new FindObservations(
            patient,
            Instants.parse("from", from),
            Instants.parse("to", to),
            page.limit(),
            page.cursor());
    requirePatient(patient, minPosition);
    ObservationPage found = readModels.ask(query, ObservationPage.class);
    return Page.of(found.observations().stream().map(ObservationView::of).toList(), found.next());
  }

  @GET
  @Path("chart")
  @Operation(
      summary = "Values and scores over time",
      description = "The last 24 hours unless from and to are given; retracted sets are left out.")
  public ChartAnswer chart(
      @PathParam("patientId") PatientId patient,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    Instant end =
        Objects.requireNonNullElseGet(Instants.parse("to", to), () -> clock.instant().plus(AHEAD));
    Instant begin =
        Objects.requireNonNullElseGet(Instants.parse("from", from), () -> end.minus(CHART_SPAN));
    requirePatient(patient, minPosition);
    return ChartAnswer.of(readModels.ask(new FindChart(patient, begin, end), PatientChart.class));
  }

  private void requirePatient(PatientId patient, @Nullable Long minPosition) {
    readModels.await(READ_MODEL, minPosition);
    if (readModels.ask(new FindPatient(patient), PatientEntry.class) == null) {
      throw Refusal.notFound("patient");
    }
  }
}
