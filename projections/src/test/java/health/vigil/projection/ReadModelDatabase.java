package health.vigil.projection;

import health.vigil.local.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.serving().user(),
        "quarkus.datasource.password", database.serving().password());
  }

  @Override
  public void stop() {
    database.close();
  }
}
