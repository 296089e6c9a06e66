package health.vigil.app;

import health.vigil.app.migration.Migrate;
import health.vigil.app.migration.MigrationTarget;
import health.vigil.local.TestDatabase;
import health.vigil.personal.master.MasterKeyFile;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migrated database, a key file and an issuer of tokens for the application under test. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  public static final String OWNER_USER = "test.database.owner.user";
  public static final String OWNER_PASSWORD = "test.database.owner.password";

  private @Nullable TestDatabase database;
  private @Nullable IssuerFolder issuer;

  @Override
  public Map<String, String> start() {
    TestDatabase fresh = TestDatabase.create();
    database = fresh;
    Migrate.migrate(
        new MigrationTarget(
            fresh.url(), fresh.owner().user(), fresh.owner().password(), fresh.serving().user()));
    Map<String, String> configuration = new HashMap<>();
    configuration.put("quarkus.datasource.jdbc.url", fresh.url());
    configuration.put("quarkus.datasource.username", fresh.serving().user());
    configuration.put("quarkus.datasource.password", fresh.serving().password());
    configuration.put("vigil.mrn.key-file", keyFile().toString());
    configuration.put("vigil.personal.master-keys.file", masterKeys().toString());
    configuration.put("vigil.erasure.ledger-folder", ledgerFolder().toString());
    // For tests that do to the database what only its owner may.
    configuration.put(OWNER_USER, fresh.owner().user());
    configuration.put(OWNER_PASSWORD, fresh.owner().password());
    CheckpointFolder checkpoints = CheckpointFolder.make();
    configuration.put("vigil.log.checkpoints.folder", checkpoints.path().toString());
    configuration.put("vigil.log.checkpoints.key-file", checkpoints.keyFile().toString());
    configuration.put("vigil.log.checkpoints.every", "1s");
    IssuerFolder trusted = IssuerFolder.make();
    issuer = trusted;
    configuration.putAll(trusted.configuration());
    return configuration;
  }

  @Override
  public void stop() {
    if (issuer != null) {
      issuer.close();
    }
    if (database != null) {
      database.drop();
    }
  }

  private static Path masterKeys() {
    try {
      Path file = Files.createTempFile("vigil-master", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, MasterKeyFile.make());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path ledgerFolder() {
    try {
      Path folder = Files.createTempDirectory("vigil-erasures");
      folder.resolve("erasures.ndjson").toFile().deleteOnExit();
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path keyFile() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      Path file = Files.createTempFile("vigil-mrn", ".key");
      file.toFile().deleteOnExit();
      return Files.write(file, key);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
