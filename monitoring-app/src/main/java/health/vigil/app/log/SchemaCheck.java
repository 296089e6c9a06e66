package health.vigil.app.log;

import health.vigil.app.migration.SchemaVersions;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Refuses to serve on a database whose schema lacks a migration. */
@Singleton
class SchemaCheck {
  private static final String APPLIED =
      "SELECT version FROM vigil.flyway_schema_history WHERE success AND version IS NOT NULL";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String MIGRATE = " Run the migration (health.vigil.app.migration.Migrate).";

  /**
   * @throws ConfigurationException with one sentence that says what to do
   */
  void requireCurrent(DataSource dataSource) {
    Set<String> missing = new HashSet<>(SchemaVersions.REQUIRED);
    missing.removeAll(applied(dataSource));
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "The database lacks the schema version "
              + SchemaVersions.newest(missing)
              + "."
              + MIGRATE);
    }
  }

  private static Set<String> applied(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(APPLIED)) {
      Set<String> versions = new HashSet<>();
      while (row.next()) {
        versions.add(row.getString(1));
      }
      return versions;
    } catch (SQLException refused) {
      throw new ConfigurationException(reason(refused));
    }
  }

  private static String reason(SQLException refused) {
    String state = refused.getSQLState();
    if (UNDEFINED_TABLE.equals(state)) {
      return "The database has no schema yet." + MIGRATE;
    }
    return "The database can not be read (SQL state " + state + "): check quarkus.datasource.*.";
  }
}
