package health.vigil.app.migration;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which database is migrated, and for whom.
 *
 * @param url JDBC
 * @param user the owner of the schema
 * @param servingUser the role of the application, which is granted what it needs
 */
public record MigrationTarget(String url, String user, String password, String servingUser) {
  static final String SCHEMA = "vigil";
  private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  public MigrationTarget {
    if (!ROLE.matcher(servingUser).matches()) {
      throw new IllegalArgumentException(
          "VIGIL_SERVING_USER is a PostgreSQL role in lower-case letters, digits and underscores.");
    }
  }

  /**
   * @throws IllegalArgumentException with one sentence that names what is missing
   */
  static MigrationTarget from(Map<String, String> environment) {
    return new MigrationTarget(
        required(environment, "VIGIL_OWNER_URL"),
        required(environment, "VIGIL_OWNER_USER"),
        required(environment, "VIGIL_OWNER_PASSWORD"),
        required(environment, "VIGIL_SERVING_USER"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The environment variable " + name + " is not set.");
    }
    return value;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MigrationTarget[user=" + user + ", servingUser=" + servingUser + "]";
  }
}
