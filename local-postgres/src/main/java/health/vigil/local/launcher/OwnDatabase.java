package health.vigil.local.launcher;

import health.vigil.local.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The person's own PostgreSQL.
 *
 * <p>Its credentials own the schema; the application gets a role of its own that may not change it.
 * Unless set, that role's password follows from the owner's, so that several nodes agree on it.
 */
record OwnDatabase(String url, Credentials owner, Credentials serving) {

  private static final String DEFAULT_SERVING_USER = "vigil_app";
  private static final String NAME = "[a-z_][a-z0-9_]{0,62}";
  private static final long PREPARATION_LOCK = 0x766967696cL;

  static Optional<OwnDatabase> of(Map<String, String> environment) {
    String url = environment.getOrDefault("VIGIL_DATABASE_URL", "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    Credentials owner =
        new Credentials(
            required(environment, "VIGIL_DATABASE_USER"),
            required(environment, "VIGIL_DATABASE_PASSWORD"));
    String user = environment.getOrDefault("VIGIL_SERVING_USER", DEFAULT_SERVING_USER);
    if (!user.matches(NAME) || user.equals(owner.user())) {
      throw new LaunchException(
          "VIGIL_SERVING_USER has to be a name in lower-case letters, digits and underscores, other than VIGIL_DATABASE_USER.");
    }
    String password = environment.getOrDefault("VIGIL_SERVING_PASSWORD", derived(owner, user));
    return Optional.of(new OwnDatabase(checked(url), owner, new Credentials(user, password)));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new LaunchException("With VIGIL_DATABASE_URL there has to be " + name + " too.");
    }
    return value;
  }

  private static String checked(String url) {
    String jdbc =
        url.matches("postgres(ql)?://.*")
            ? "jdbc:postgresql" + url.substring(url.indexOf(':'))
            : url;
    if (!jdbc.matches("jdbc:postgresql://[^/@?]+/[^/?]+(\\?.*)?")) {
      throw new LaunchException(
          "VIGIL_DATABASE_URL has to look like jdbc:postgresql://host:5432/vigil.");
    }
    return jdbc;
  }

  private static String derived(Credentials owner, String user) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("vigil serving role " + user).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes schema and serving role where they are missing; a role that works is left alone. */
  Database prepare() {
    try (Connection connection = connect(owner)) {
      prepareSchema(connection);
      if (!servingRoleWorks()) {
        makeServingRole(connection);
      }
      grant(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    }
    return new Database(url, owner, serving);
  }

  private Connection connect(Credentials who) throws SQLException {
    return DriverManager.getConnection(url, who.user(), who.password());
  }

  private void prepareSchema(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, List.of("SELECT pg_advisory_xact_lock(" + PREPARATION_LOCK + ")"));
    if (!exists(connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", "vigil")) {
      execute(connection, List.of("CREATE SCHEMA vigil"));
    }
    connection.commit();
  }

  private boolean servingRoleWorks() {
    try (Connection connection = connect(serving)) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void makeServingRole(Connection connection) throws SQLException {
    boolean exists = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", serving.user());
    try {
      execute(
          connection,
          List.of(
              "SELECT pg_advisory_xact_lock(" + PREPARATION_LOCK + ")",
              (exists ? "ALTER" : "CREATE")
                  + " ROLE "
                  + quoted(serving.user())
                  + " LOGIN PASSWORD '"
                  + serving.password().replace("'", "''")
                  + "'"));
      connection.commit();
    } catch (SQLException e) {
      throw new LaunchException(
          "The user of VIGIL_DATABASE_USER may not make the role "
              + serving.user()
              + ": make it yourself and set VIGIL_SERVING_USER and VIGIL_SERVING_PASSWORD.",
          e);
    }
  }

  private void grant(Connection connection) throws SQLException {
    execute(connection, List.of("GRANT USAGE ON SCHEMA vigil TO " + quoted(serving.user())));
    connection.commit();
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection connection, List<String> commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private LaunchException unreachable(SQLException reason) {
    String place = url.replaceFirst("\\?.*", "");
    return new LaunchException(
        "The PostgreSQL at %s cannot be used: %s.".formatted(place, firstLine(reason)), reason);
  }

  private static String firstLine(SQLException reason) {
    String message = Optional.ofNullable(reason.getMessage()).orElse("no reason given");
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
