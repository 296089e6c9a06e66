package health.vigil.app.security;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody to ask for.
 *
 * @param ids by the names that they have in paths
 */
record Subject(Whose whose, Map<String, String> ids) {
  String patient() {
    return id("patientId");
  }

  String ward() {
    return id("ward");
  }

  String device() {
    return id("device");
  }

  private String id(String name) {
    return Objects.requireNonNull(ids.get(name));
  }

  /** The row's path with these ids, and with others that nobody has where it needs more. */
  String path(Permission row) {
    String path = row.path().text();
    for (Map.Entry<String, String> variable : ids.entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }
}
