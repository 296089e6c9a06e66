package health.vigil.e2e;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.ServedIssuer;
import health.vigil.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A fresh database with its schema, a key file and an issuer of tokens: what the application needs
 * before it starts.
 */
public final class Workplace implements AutoCloseable {
  /** An escalation chain for HIGH that a test can wait for; the others stay as they are. */
  public static final Map<String, String> SHORT_HIGH_CHAIN =
      Map.of(
          "vigil.alert.escalation.high", "NURSE:0s,REGISTRAR:2s,CRITICAL_CARE:4s",
          "vigil.axon.deadlines.polling-interval", "0.2s");

  /** A keyset of Tink with one key. */
  private static final String MASTER_KEYS =
      """
      {"primaryKeyId":7,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
      "value":"GiAAESIzRFVmd4iZqrvM3e7/ABEiM0RVZneImaq7zN3u/w==","keyMaterialType":"SYMMETRIC"},
      "status":"ENABLED","keyId":7,"outputPrefixType":"TINK"}]}
      """;

  private final Path data;
  private final Path keyFile;
  private ServedIssuer issuer;
  private LocalPostgres database;

  private Workplace(Path data, LocalPostgres database, Path keyFile) {
    this.data = data;
    this.issuer = served(data);
    this.database = database;
    this.keyFile = keyFile;
  }

  public static Workplace in(Path folder) throws IOException, InterruptedException {
    Path keyFile = folder.resolve("mrn.key");
    Files.writeString(keyFile, "00112233445566778899aabbccddeeff".repeat(2));
    Files.writeString(Vigil.masterKeys(keyFile), MASTER_KEYS);
    Path data = folder.resolve("data");
    LocalPostgres database = LocalPostgres.in(data).start();
    Vigil.migrate(database);
    return new Workplace(data, database, keyFile);
  }

  private static ServedIssuer served(Path data) {
    return DemoIssuer.in(issuerFolder(data)).serve();
  }

  /** Where the launcher, too, has its issuer. */
  private static Path issuerFolder(Path data) {
    return data.resolve("demo-issuer");
  }

  /** Stops PostgreSQL under whoever uses it, and starts it on the same port again. */
  public void restartDatabase() {
    int port = database.port();
    database.close();
    database = LocalPostgres.in(data).port(port).start();
  }

  /** As {@link #restartDatabase}; while it stands still its files are copied into a new folder. */
  public void copyDatabase(Path copy) throws IOException {
    int port = database.port();
    database.close();
    Folders.copy(cluster(), copy);
    database = LocalPostgres.in(data).port(port).start();
  }

  /** Puts the files back that were copied; nobody uses the database. */
  public void restoreDatabase(Path copy) throws IOException {
    int port = database.port();
    database.close();
    Folders.delete(cluster());
    Folders.copy(copy, cluster());
    database = LocalPostgres.in(data).port(port).start();
  }

  private Path cluster() {
    return data.resolve("postgres");
  }

  public LocalPostgres database() {
    return database;
  }

  public Vigil start(Map<String, String> settings) throws IOException {
    return start(settings, List.of());
  }

  /** The last of the arguments that contradict each other wins, also against our own. */
  public Vigil start(Map<String, String> settings, List<String> jvmArguments) throws IOException {
    return Vigil.start(database, keyFile, issuerFolder(data), settings, jvmArguments);
  }

  /** As after a power cut: the application is up before the identity provider. */
  public Vigil startWithoutIssuer(Map<String, String> settings) throws IOException {
    issuer.close();
    Vigil vigil = Vigil.begin(database, keyFile, issuerFolder(data), settings, List.of());
    vigil.awaitAlive();
    return vigil;
  }

  public void serveIssuerAgain() {
    issuer = served(data);
  }

  public TheLog log() {
    return new TheLog(database.ownerDataSource());
  }

  public ReadModels readModels() {
    return new ReadModels(database.ownerDataSource());
  }

  @Override
  public void close() {
    issuer.close();
    database.close();
  }
}
