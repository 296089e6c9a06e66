package health.vigil.e2e;

import health.vigil.issuer.DemoIssuer;
import health.vigil.local.Credentials;
import health.vigil.local.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The packaged application as a process of its own, on a real PostgreSQL that outlives it. */
public final class Vigil implements AutoCloseable {
  private static final Path APPLICATION =
      Path.of("..", "monitoring-app", "target", "quarkus-app").toAbsolutePath().normalize();
  private static final Path LOGS = Path.of("target", "logs").toAbsolutePath();
  private static final String JVM_ARGUMENTS =
      System.getProperty("application.jvm", "-XX:TieredStopAtLevel=1 -Xmx700m");
  private static final Duration START = Duration.ofSeconds(90);

  private final LocalPostgres database;
  private final Path keyFile;
  private final Path issuer;
  private final Supplier<String> token;
  private final Map<String, String> settings;
  private final List<String> jvmArguments;
  private final int port;
  private final Process process;
  private final Path log;

  private Vigil(
      LocalPostgres database,
      Path keyFile,
      Path issuer,
      Map<String, String> settings,
      List<String> jvmArguments,
      int port,
      Process process,
      Path log) {
    this.database = database;
    this.keyFile = keyFile;
    this.issuer = issuer;
    this.token = Bearers.ofAll(issuer);
    this.settings = settings;
    this.jvmArguments = jvmArguments;
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /** Makes the schema, as the owner of the database. */
  public static void migrate(LocalPostgres database) throws IOException, InterruptedException {
    String classPath =
        APPLICATION.resolve("lib/main")
            + "/*"
            + File.pathSeparator
            + APPLICATION.resolve("lib/boot")
            + "/*"
            + File.pathSeparator
            + APPLICATION.resolve("app")
            + "/*";
    ProcessBuilder builder =
        new ProcessBuilder(
            java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            "health.vigil.app.migration.Migrate");
    Credentials owner = database.owner();
    builder.environment().put("VIGIL_OWNER_URL", database.url());
    builder.environment().put("VIGIL_OWNER_USER", owner.user());
    builder.environment().put("VIGIL_OWNER_PASSWORD", owner.password());
    builder.environment().put("VIGIL_SERVING_USER", database.serving().user());
    Files.createDirectories(LOGS);
    Process migration = logging(builder, LOGS.resolve("migrate.log")).start();
    if (!migration.waitFor(2, TimeUnit.MINUTES) || migration.exitValue() != 0) {
      throw new IllegalStateException("the schema could not be made, see " + LOGS);
    }
  }

  /**
   * Starts the application and returns when it is ready.
   *
   * @param issuer the folder of the demo's issuer, which is served meanwhile
   */
  static Vigil start(
      LocalPostgres database,
      Path keyFile,
      Path issuer,
      Map<String, String> settings,
      List<String> jvmArguments)
      throws IOException {
    Vigil vigil = begin(database, keyFile, issuer, settings, jvmArguments);
    vigil.awaitReady();
    return vigil;
  }

  /**
   * Starts the application and does not wait.
   *
   * @param issuer the folder of the demo's issuer
   */
  static Vigil begin(
      LocalPostgres database,
      Path keyFile,
      Path issuer,
      Map<String, String> settings,
      List<String> jvmArguments)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(List.of(JVM_ARGUMENTS.split(" ")));
    command.addAll(jvmArguments);
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", APPLICATION.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.serving().user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.serving().password());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    environment.put("VIGIL_MRN_KEY_FILE", keyFile.toString());
    environment.put("VIGIL_SECURITY_ISSUER", DemoIssuer.in(issuer).address().toString());
    if (!settings.containsKey("vigil.personal.master-keys.key-store")) {
      environment.put("VIGIL_PERSONAL_MASTER_KEYS_FILE", masterKeys(keyFile).toString());
    }
    Path log = Files.createTempFile(Files.createDirectories(LOGS), "application-", ".log");
    Process process = logging(builder, log).start();
    return new Vigil(database, keyFile, issuer, settings, jvmArguments, port, process, log);
  }

  /** The file with the master keys of personal data, beside that with the server's secret. */
  static Path masterKeys(Path keyFile) {
    return keyFile.resolveSibling("master.json");
  }

  /** The same application once more, on the same database. */
  public Vigil startAgain() throws IOException {
    return start(database, keyFile, issuer, settings, jvmArguments);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Calls of somebody who may do everything. */
  public Http http() {
    return new Http(url(), token);
  }

  /** The token of somebody who may do everything. */
  public String token() {
    return token.get();
  }

  /** The folder of the issuer whose tokens it accepts. */
  public Path issuer() {
    return issuer;
  }

  /** What the application has written since it was started. */
  public String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** As a crash does: no signal handler runs, nothing is flushed. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when it serves. */
  public void awaitReady() {
    await("the application is ready", http()::isReady);
  }

  /** Returns when it lives, whether it can serve or not. */
  public void awaitAlive() {
    await("the application lives", http()::isAlive);
  }

  private void await(String what, BooleanSupplier isSo) {
    Awaitility.await(what)
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isSo.getAsBoolean() || died());
  }

  private boolean died() throws IOException {
    if (process.isAlive()) {
      return false;
    }
    throw new IllegalStateException(
        "the application ended at its start, see " + LOGS + "\n" + log());
  }

  private static ProcessBuilder logging(ProcessBuilder builder, Path log) {
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
