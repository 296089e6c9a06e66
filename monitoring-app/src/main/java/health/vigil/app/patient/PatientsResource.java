package health.vigil.app.patient;

import health.vigil.app.problem.Fields;
import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.app.reading.ReadModels;
import health.vigil.app.security.Permitted;
import health.vigil.app.security.Wards;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PatientPage;
import health.vigil.projection.patient.SearchPatients;
import health.vigil.projection.patient.Within;
import health.vigil.ward.WardId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients")
@Tag(name = "Patients")
class PatientsResource {
  private static final String READ_MODEL = "patient-chart";
  private static final int LONGEST = 100;

  private final ReadModels readModels;
  private final PatientReader reader;
  private final Permitted permitted;

  PatientsResource(ReadModels readModels, PatientReader reader, Permitted permitted) {
    this.readModels = readModels;
    this.reader = reader;
    this.permitted = permitted;
  }

  @GET
  @Path("{patientId}")
  @Operation(summary = "A patient, now or as known at a time")
  public PatientAnswer patient(
      @PathParam("patientId") PatientId patient,
      @Parameter(
              description =
                  "The time of which the patient is shown, as known then; what is known now differently is told apart")
          @QueryParam("asOf")
          @Nullable String asOf,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    if (asOf != null) {
      PastPatient then = reader.patient(patient, asOf);
      return permitted.mayRead("/api/v1/patients/" + patient + "/chart")
          ? PatientAnswer.of(then)
          : PatientAnswer.withoutChart(then);
    }
    readModels.await(READ_MODEL, minPosition);
    return PatientAnswer.of(reader.patient(patient));
  }

  @POST
  @Path("search")
  @Operation(
      summary = "Search patients",
      description =
          "A POST, so that nothing personal stands in the URL; it changes nothing. Who has some wards"
              + " finds who lies there or nowhere.")
  public Page<PatientAnswer> search(
      @Nullable SearchRequest request,
      @BeanParam PageRequest page,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    readModels.await(READ_MODEL, minPosition);
    PatientPage found = readModels.ask(query(Fields.body(request), page), PatientPage.class);
    return Page.of(found.patients().stream().map(PatientAnswer::of).toList(), found.next());
  }

  private SearchPatients query(SearchRequest request, PageRequest page) {
    Fields fields = new Fields();
    String mrn = fields.optionalText("mrn", request.mrn(), LONGEST);
    String name = fields.optionalText("name", request.name(), LONGEST);
    WardId ward = fields.convert("ward", request.ward(), WardId::new);
    fields.throwIfAny();
    if (ward != null) {
      permitted.requireIn(ward);
    }
    return new SearchPatients(
        mrn, name, ward, request.status(), within(), page.limit(), page.cursor());
  }

  private @Nullable Within within() {
    Wards wards = permitted.wards();
    return wards.all() ? null : new Within(wards.named(), permitted.reachesNowhere());
  }
}
