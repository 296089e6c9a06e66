package health.vigil.app.access;

import health.vigil.app.migration.Migrate;
import health.vigil.app.migration.MigrationTarget;
import health.vigil.local.TestDatabase;

/** A database with the schema, to be dropped when it is closed. */
final class Migrated {
  private Migrated() {}

  static TestDatabase database() {
    TestDatabase database = TestDatabase.create();
    Migrate.migrate(
        new MigrationTarget(
            database.url(),
            database.owner().user(),
            database.owner().password(),
            database.serving().user()));
    return database;
  }
}
