package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.BundleBody;
import health.vigil.app.fhir.reading.Capabilities;
import health.vigil.app.fhir.reading.FhirBodies;
import health.vigil.app.fhir.reading.FhirResource;
import health.vigil.app.fhir.reading.Outcomes;
import health.vigil.app.fhir.reading.Parsed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * FHIR R4. What it takes and answers the CapabilityStatement says, so it is left out of the
 * document of the other API.
 */
@Path("/fhir/R4")
@Produces({FhirProblems.MEDIA_TYPE, MediaType.APPLICATION_JSON})
class FhirResources {
  private final FhirBodies bodies;
  private final Wishes wishes;
  private final Batch batch;
  private final Transaction transaction;

  private final String version;

  FhirResources(
      FhirBodies bodies,
      Wishes wishes,
      Batch batch,
      Transaction transaction,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.bodies = bodies;
    this.wishes = wishes;
    this.batch = batch;
    this.transaction = transaction;
    this.version = version;
  }

  @GET
  @Path("metadata")
  @Operation(hidden = true)
  public Response metadata() {
    String capabilities = Outcomes.json(Capabilities.statement(version));
    return Response.ok(capabilities, FhirProblems.MEDIA_TYPE).build();
  }

  @POST
  @Consumes({FhirProblems.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Operation(hidden = true)
  public Response bundle(byte[] body) throws InterruptedException {
    Parsed<BundleBody> parsed = bodies.bundle(body);
    if (parsed instanceof Parsed.Unreadable<BundleBody> unreadable) {
      return FhirAnswers.refused(unreadable.status(), unreadable.issues());
    }
    BundleBody bundle = ((Parsed.Understood<BundleBody>) parsed).value();
    List<Wish> entries = wishes.of(bundle);
    return bundle.kind() == BundleBody.Kind.TRANSACTION
        ? transaction.answer(entries)
        : FhirAnswers.batch(batch.answers(entries));
  }

  @POST
  @Consumes({FhirProblems.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Path("Observation")
  @Operation(hidden = true)
  public Response observation(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
      throws InterruptedException {
    Parsed<FhirResource> parsed = bodies.observation(body);
    if (parsed instanceof Parsed.Unreadable<FhirResource> unreadable) {
      return FhirAnswers.refused(unreadable.status(), unreadable.issues());
    }
    FhirResource resource = ((Parsed.Understood<FhirResource>) parsed).value();
    List<EntryAnswer> answers = batch.answers(List.of(wishes.observation(0, resource)));
    return FhirAnswers.single(answers.get(0), prefer);
  }
}
