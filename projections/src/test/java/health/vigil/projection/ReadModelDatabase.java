package health.vigil.projection;

import health.vigil.local.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the schema as it is migrated, served under the role that may not change
 * it.
 */
public class ReadModelDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String OWNER = "test.owner";
  private static final String OWNER_PASSWORD = "test.owner.password";

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
        OWNER,
        database.owner().user(),
        OWNER_PASSWORD,
        database.owner().password(),
        "quarkus.datasource.jdbc.url",
        database.url(),
        "quarkus.datasource.username",
        database.serving().user(),
        "quarkus.datasource.password",
        database.serving().password());
  }

  @Override
  public void stop() {
    database.close();
  }

  /** For what the serving role may not do. */
  public static Connection connectAsOwner() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue(OWNER, String.class),
        config.getValue(OWNER_PASSWORD, String.class));
  }
}
