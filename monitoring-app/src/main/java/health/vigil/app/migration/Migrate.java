package health.vigil.app.migration;

import java.io.PrintStream;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the database to the schema that the application needs, under the owner's role, which the
 * application itself does not hold.
 *
 * <p>Reads VIGIL_OWNER_URL, VIGIL_OWNER_USER, VIGIL_OWNER_PASSWORD and VIGIL_SERVING_USER from the
 * environment. Exits with 0 when the schema is up to date, 1 when it could not be brought there, 2
 * when a variable is missing. Running it again does nothing.
 */
public final class Migrate {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISCONFIGURED = 2;

  private Migrate() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out, System.err));
  }

  static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      MigrateResult result = migrate(MigrationTarget.from(environment));
      out.println("The schema is at version " + version(result) + ".");
      return DONE;
    } catch (IllegalArgumentException missing) {
      err.println(missing.getMessage());
      return MISCONFIGURED;
    } catch (FlywayException failed) {
      err.println(MigrationFailure.sentence(failed));
      return FAILED;
    }
  }

  /** As {@link #main}, for who runs in the same process. */
  public static MigrateResult migrate(MigrationTarget target) {
    return Flyway.configure()
        .dataSource(target.url(), target.user(), target.password())
        .schemas(MigrationTarget.SCHEMA)
        .defaultSchema(MigrationTarget.SCHEMA)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", target.servingUser()))
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  private static String version(MigrateResult result) {
    return result.targetSchemaVersion == null
        ? result.initialSchemaVersion
        : result.targetSchemaVersion;
  }
}
