package health.vigil.app.log;

import health.vigil.app.migration.Migrate;
import health.vigil.app.migration.MigrationTarget;
import health.vigil.local.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A log in a database of its own, appended to without an application. */
final class BareLog implements AutoCloseable {
  private final TestDatabase database = TestDatabase.create();

  BareLog() {
    Migrate.migrate(
        new MigrationTarget(
            database.url(),
            database.owner().user(),
            database.owner().password(),
            database.serving().user()));
  }

  DataSource dataSource() {
    return database.servingDataSource();
  }

  void append(String name) throws SQLException {
    execute(
        database.servingDataSource(),
        """
        SELECT vigil.append('{0}', '{%1$s}', '{%1$s}', '{0}', '{Ward}', '{2026-11-23T13:05:00Z}', '{BedMadeAvailable}',
          '{1}', ARRAY['{}'], ARRAY['{}'])
        """
            .formatted(name));
  }

  void tamper(String command) throws SQLException {
    execute(
        database.ownerDataSource(),
        "ALTER TABLE vigil.events DISABLE TRIGGER refuse_change; "
            + command
            + "; ALTER TABLE vigil.events ENABLE TRIGGER refuse_change");
  }

  void drop() {
    database.drop();
  }

  @Override
  public void close() {
    database.close();
  }

  private static void execute(DataSource dataSource, String command) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
