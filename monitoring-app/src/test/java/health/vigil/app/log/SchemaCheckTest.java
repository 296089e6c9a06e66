package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.app.migration.Migrate;
import health.vigil.app.migration.MigrationTarget;
import health.vigil.local.TestDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
  @AutoClose private final TestDatabase database = TestDatabase.create();
  private final SchemaCheck check = new SchemaCheck();

  @Test
  void a_migrated_database_is_served() {
    migrate();

    assertThatNoException().isThrownBy(() -> check.requireCurrent(database.servingDataSource()));
  }

  @Test
  void an_empty_database_is_not_served() {
    assertThatThrownBy(() -> check.requireCurrent(database.servingDataSource()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has no schema yet")
        .hasMessageContaining("Migrate");
  }

  @Test
  void a_database_that_lacks_a_migration_is_not_served() throws SQLException {
    migrate();
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM vigil.flyway_schema_history WHERE version = '11'");
    }

    assertThatThrownBy(() -> check.requireCurrent(database.servingDataSource()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("The database lacks the schema version 11.");
  }

  private void migrate() {
    Migrate.migrate(
        new MigrationTarget(
            database.url(),
            database.owner().user(),
            database.owner().password(),
            database.serving().user()));
  }
}
