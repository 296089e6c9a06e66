package health.vigil.app.access;

import health.vigil.app.json.Instants;
import health.vigil.app.reading.Page;
import health.vigil.app.security.Actor;
import health.vigil.app.security.Role;
import health.vigil.patient.PatientId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as far as it is noted.
 *
 * @param path the template
 * @param named what path and query name
 */
record Requested(
    String method,
    String path,
    Map<String, String> named,
    @Nullable Instant asOf,
    @Nullable String trace) {
  private static final String AS_OF = "asOf";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> READ_BY_POST = Set.of("/api/v1/patients/search");
  private static final Set<String> STREAMED =
      Set.of("/api/v1/stream", "/api/v1/audit/exports/{exportId}/events");

  /** They say who sent them in the log, or merge into what does, and show nobody anything. */
  private static final Set<String> READINGS =
      Set.of("/api/v1/patients/{patientId}/observations", "/fhir/R4", "/fhir/R4/Observation");

  private static final Set<String> OF_NOBODY = Set.of("/fhir/R4/metadata");

  /** Without them an alert is not seen. */
  private static final Set<String> FOR_CARE =
      Set.of(
          "/api/v1/stream",
          "/api/v1/alerts",
          "/api/v1/alerts/{alertId}",
          "/api/v1/alerts/{alertId}/explanation",
          "/api/v1/wards/{ward}/board",
          "/api/v1/patients/{patientId}/chart");

  private static final Set<Role> WHO_CARE = Set.of(Role.NURSE, Role.PHYSICIAN, Role.SUPERVISOR);

  /**
   * What the query names, where it is asked for: elsewhere it would tell of a look that was none.
   */
  private static final Map<String, Set<String>> IN_QUERY =
      Map.of(
          "/api/v1/audit/log", Set.of("patient"),
          "/api/v1/audit/access", Set.of("patient"),
          "/api/v1/alerts", Set.of("ward"),
          "/api/v1/stream", Set.of("ward"),
          "/api/v1/patients/{patientId}", Set.of(AS_OF),
          "/api/v1/wards/{ward}/board", Set.of(AS_OF));

  Requested {
    named = Map.copyOf(named);
  }

  static Requested of(ContainerRequestContext request) {
    return of(
        request.getMethod(),
        Template.ofCurrentRequest(),
        request.getUriInfo().getPathParameters(),
        request.getUriInfo().getQueryParameters(),
        Trace.of(request.getHeaderString(Trace.HEADER)));
  }

  static Requested of(
      String method,
      String path,
      MultivaluedMap<String, String> inPath,
      MultivaluedMap<String, String> inQuery,
      @Nullable String trace) {
    Map<String, String> named = new HashMap<>();
    for (String name : IN_QUERY.getOrDefault(path, Set.of())) {
      Optional.ofNullable(inQuery.getFirst(name)).ifPresent(value -> named.put(name, value));
    }
    Optional<Instant> asOf = Optional.ofNullable(named.remove(AS_OF)).flatMap(Instants::of);
    inPath.forEach((name, values) -> named.put(name, values.get(0)));
    return new Requested(method, path, named, asOf.orElse(null), trace);
  }

  boolean isRead() {
    return READING.contains(method) || READ_BY_POST.contains(path);
  }

  boolean isStreamed() {
    return STREAMED.contains(path);
  }

  /** Whether patients are in danger when it is not shown; the past can wait. */
  boolean isForCareBy(Actor actor) {
    return isRead()
        && FOR_CARE.contains(path)
        && asOf == null
        && actor.roles().keySet().stream().anyMatch(WHO_CARE::contains);
  }

  /** At its end, with this status. */
  boolean isNoted(int status) {
    boolean served = Outcome.of(status) == Outcome.ALLOWED;
    boolean notedAlready = served && isStreamed();
    boolean isReading = served && !isRead() && READINGS.contains(path);
    return !notedAlready && !isReading && !OF_NOBODY.contains(path);
  }

  /** One for each patient whom the answer shows; one of none where there is none. */
  List<AccessNote> notes(Actor actor, int status, @Nullable Object answer) {
    AccessNote note = AccessNote.of(actor, method, path, named, status, trace).asOf(asOf);
    List<PatientId> shown = shown(answer).distinct().toList();
    return shown.isEmpty() ? List.of(note) : shown.stream().map(note::about).toList();
  }

  private static Stream<PatientId> shown(@Nullable Object answer) {
    if (answer instanceof Page<?> page) {
      return patients(page.items());
    }
    return answer == null ? Stream.empty() : patients(List.of(answer));
  }

  private static Stream<PatientId> patients(Collection<?> items) {
    return items.stream()
        .filter(AboutPatient.class::isInstance)
        .flatMap(item -> Stream.ofNullable(((AboutPatient) item).patientId()));
  }
}
