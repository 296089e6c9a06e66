package health.vigil.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The roles, the database and the schema that Vigil expects; each step may be repeated. */
final class Roles {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "vigil_owner";
  static final String SERVING = "vigil_app";
  private static final String SCHEMA = "vigil";

  private Roles() {}

  static void prepare(DataSource superuser, Passwords passwords) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      createRole(connection, OWNER, passwords.owner());
      createRole(connection, SERVING, passwords.serving());
    }
  }

  /** Names and passwords are our own: letters, digits and underscores. */
  private static void createRole(Connection connection, String role, String password)
      throws SQLException {
    String verb =
        exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
    execute(
        connection,
        List.of(
            verb
                + " ROLE "
                + role
                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                + password
                + "'"));
  }

  static void createDatabase(DataSource superuser, String database) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        execute(connection, List.of("CREATE DATABASE " + database + " OWNER " + OWNER));
      }
    }
  }

  static void prepareDatabase(DataSource superuser, String database) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      execute(
          connection,
          List.of(
              "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
              "GRANT CONNECT ON DATABASE " + database + " TO " + SERVING,
              "REVOKE ALL ON SCHEMA public FROM PUBLIC",
              "CREATE SCHEMA IF NOT EXISTS " + SCHEMA + " AUTHORIZATION " + OWNER,
              "GRANT USAGE ON SCHEMA " + SCHEMA + " TO " + SERVING,
              "ALTER DATABASE " + database + " SET search_path = " + SCHEMA));
    }
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

  static void execute(Connection connection, List<String> commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
