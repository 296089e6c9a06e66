package health.vigil.app.access;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Actor;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request of somebody, as it is noted: ids and nothing else of whom it is about.
 *
 * @param roles the actor's, in order, separated by commas
 * @param path the template, such as {@code /api/v1/wards/{ward}/board}; never the path itself
 * @param asOf the moment of the past that was looked at
 * @param trace the trace that the client began
 * @param times how many such requests it stands for; one that stands for several names nobody
 */
public record AccessNote(
    String actor,
    String client,
    String roles,
    String method,
    String path,
    @Nullable String patient,
    @Nullable String ward,
    @Nullable String alert,
    @Nullable Instant asOf,
    Outcome outcome,
    int status,
    @Nullable String trace,
    int times) {

  /**
   * @param named what path and query name, by {@code patientId}, {@code patient}, {@code alertId}
   *     and {@code ward}; what can not be such an id is not noted, as it may be anything
   */
  public static AccessNote of(
      Actor actor,
      String method,
      String path,
      Map<String, String> named,
      int status,
      @Nullable String trace) {
    return new AccessNote(
        actor.id(),
        actor.client(),
        actor.roles().keySet().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
        method,
        path,
        patient(named),
        id(named.get("ward"), WardId::new),
        id(named.get("alertId"), AlertId::new),
        null,
        Outcome.of(status),
        status,
        trace,
        1);
  }

  AccessNote about(PatientId shown) {
    return with(shown.value(), asOf);
  }

  AccessNote asOf(@Nullable Instant time) {
    return with(patient, time);
  }

  /** Of many like it: who it was, and what it was about, differed. */
  AccessNote ofMany(int many) {
    return new AccessNote(
        actor, client, roles, method, path, null, null, null, null, outcome, status, null, many);
  }

  private AccessNote with(@Nullable String of, @Nullable Instant time) {
    return new AccessNote(
        actor, client, roles, method, path, of, ward, alert, time, outcome, status, trace, times);
  }

  private static @Nullable String patient(Map<String, String> named) {
    String ofPath = named.get("patientId");
    return id(ofPath == null ? named.get("patient") : ofPath, PatientId::new);
  }

  private static @Nullable String id(@Nullable String text, Function<String, ?> form) {
    try {
      return Optional.ofNullable(text).map(form).map(Object::toString).orElse(null);
    } catch (IllegalArgumentException anything) {
      return null;
    }
  }
}
