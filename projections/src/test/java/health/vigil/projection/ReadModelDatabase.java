package health.vigil.projection;

import health.vigil.local.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the schema as it is migrated, served under the role that may not change
 * it.
 */
public class ReadModelDatabase implements QuarkusTestResourceLifecycleManager {
  private final TestDatabase database = TestDatabase.create();

  @Override
  public Map<String, String> start() {
    Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas("vigil")
        .defaultSchema("vigil")
        .createSchemas(false)
        .placeholders(Map.of("servingRole", database.serving().user()))
        .load()
        .migrate();
    grantRows();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.serving().user(),
        "quarkus.datasource.password", database.serving().password());
  }

  @Override
  public void stop() {
    database.close();
  }

  /** What an application grants for read models. */
  private void grantRows() {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "grant select, insert, update, delete on all tables in schema vigil to "
              + database.serving().user());
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
