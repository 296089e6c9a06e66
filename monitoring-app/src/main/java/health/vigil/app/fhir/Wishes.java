package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.BundleBody;
import health.vigil.app.fhir.reading.BundleEntry;
import health.vigil.app.fhir.reading.FhirResource;
import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.fhir.reading.MrnSystems;
import health.vigil.app.fhir.reading.ObservationReader;
import health.vigil.app.fhir.reading.Parsed;
import health.vigil.app.fhir.reading.PatientReader;
import health.vigil.app.fhir.reading.ReadPatient;
import health.vigil.app.fhir.reading.ReadResult;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads what the entries of a Bundle ask for. */
@Singleton
class Wishes {
  private static final String OBSERVATION = "Observation";
  private static final String PATIENT = "Patient";

  private final PatientReader patients;

  Wishes(MrnSystems systems) {
    this.patients = new PatientReader(systems);
  }

  List<Wish> of(BundleBody bundle) {
    List<Wish> wishes = new ArrayList<>();
    for (BundleEntry entry : bundle.entries()) {
      int index = wishes.size();
      wishes.add(
          refusal(entry)
              .<Wish>map(answer -> new Wish.Refused(index, answer))
              .orElseGet(() -> wish(index, entry)));
    }
    return wishes;
  }

  Wish observation(int index, FhirResource resource) {
    return read(
        index, ObservationReader.read(resource), said -> new Wish.OfObservation(index, said));
  }

  /** Why the request of an entry is none that is served. */
  private static Optional<EntryAnswer> refusal(BundleEntry entry) {
    BundleEntryRequestComponent request = entry.request();
    String path = entry.path() + ".request";
    if (request == null || request.getUrl() == null) {
      return refused(400, IssueType.REQUIRED, path, "is required, with a url");
    }
    if (request.getMethod() != HTTPVerb.POST) {
      return refused(405, IssueType.NOTSUPPORTED, path + ".method", "accepted is POST");
    }
    String type = request.getUrl();
    if (!type.equals(OBSERVATION) && !type.equals(PATIENT)) {
      return refused(
          404, IssueType.NOTSUPPORTED, path + ".url", "accepted are Observation and Patient");
    }
    if (entry.resource() == null) {
      return refused(400, IssueType.REQUIRED, entry.path() + ".resource", "is required");
    }
    return entry.resource() instanceof Parsed.Understood<FhirResource> readable
            && !readable.value().resource().fhirType().equals(type)
        ? refused(400, IssueType.INVALID, path + ".url", "accepted is the type of the resource")
        : Optional.empty();
  }

  private Wish wish(int index, BundleEntry entry) {
    Parsed<FhirResource> parsed = Objects.requireNonNull(entry.resource());
    if (parsed instanceof Parsed.Unreadable<FhirResource> unreadable) {
      return new Wish.Refused(index, EntryAnswer.refused(unreadable.status(), unreadable.issues()));
    }
    FhirResource resource = ((Parsed.Understood<FhirResource>) parsed).value();
    return resource.resource().fhirType().equals(PATIENT)
        ? patient(index, entry, resource)
        : observation(index, resource);
  }

  private Wish patient(int index, BundleEntry entry, FhirResource resource) {
    String condition = entry.request() == null ? null : entry.request().getIfNoneExist();
    String unless = condition == null ? null : IdentifierQuery.value(condition);
    if (condition != null && unless == null) {
      Issue issue =
          Issue.error(
              IssueType.NOTSUPPORTED,
              entry.path() + ".request.ifNoneExist",
              "accepted is identifier=system|value");
      return new Wish.Refused(index, EntryAnswer.refused(422, issue));
    }
    ReadResult<ReadPatient> read = patients.read(resource);
    return read(
        index,
        read,
        said -> new Wish.OfPatient(index, said, resource.content(), entry.fullUrl(), unless));
  }

  private static <T> Wish read(int index, ReadResult<T> result, Function<T, Wish> wish) {
    if (result instanceof ReadResult.Read<T> read) {
      return wish.apply(read.value());
    }
    List<Issue> issues =
        result instanceof ReadResult.NotSupported<T> notSupported
            ? List.of(notSupported.issue())
            : ((ReadResult.Refused<T>) result).issues();
    return new Wish.Refused(index, EntryAnswer.refused(422, issues));
  }

  private static Optional<EntryAnswer> refused(
      int status, IssueType code, @Nullable String path, String diagnostics) {
    return Optional.of(EntryAnswer.refused(status, Issue.error(code, path, diagnostics)));
  }
}
