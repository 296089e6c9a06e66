package health.vigil.local.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command lines and environments of the children. */
final class Commands {

  /** Enough for a ward on a small machine; VIGIL_JAVA_OPTIONS comes after and wins. */
  private static final List<String> APPLICATION_JVM =
      List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private static final List<String> SMALL_JVM =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Settings settings;

  Commands(Settings settings) {
    this.settings = settings;
  }

  ProcessBuilder migration(Database database) {
    Path built = settings.application();
    String classPath =
        String.join(
            File.pathSeparator, built + "/lib/main/*", built + "/lib/boot/*", built + "/app/*");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(SMALL_JVM);
    command.addAll(List.of("-cp", classPath, "health.vigil.app.migration.Migrate"));
    ProcessBuilder migration = new ProcessBuilder(command);
    Map<String, String> environment = withoutSecrets(migration);
    environment.put("VIGIL_OWNER_URL", database.url());
    environment.put("VIGIL_OWNER_USER", database.owner().user());
    environment.put("VIGIL_OWNER_PASSWORD", database.owner().password());
    environment.put("VIGIL_SERVING_USER", database.serving().user());
    return migration;
  }

  ProcessBuilder application(Database database, Secrets secrets, URI issuer) {
    List<String> command = ownSession();
    command.add(java());
    command.addAll(APPLICATION_JVM);
    command.addAll(words("VIGIL_JAVA_OPTIONS"));
    command.addAll(List.of("-jar", settings.application().resolve("quarkus-run.jar").toString()));
    ProcessBuilder application = new ProcessBuilder(command);
    Map<String, String> environment = withoutSecrets(application);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.servingUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.serving().user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.serving().password());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
    environment.put("VIGIL_SECURITY_ISSUER", issuer.toString());
    environment.put("VIGIL_MRN_KEY_FILE", absolute(secrets.mrnKey()));
    if (secrets.masterKeys() != null) {
      environment.put("VIGIL_PERSONAL_MASTER_KEYS_FILE", absolute(secrets.masterKeys()));
    }
    environment.put("VIGIL_LOG_CHECKPOINTS_KEY_FILE", absolute(secrets.checkpointKey()));
    environment.put("VIGIL_LOG_CHECKPOINTS_FOLDER", absolute(secrets.checkpoints()));
    environment.put("VIGIL_ERASURE_LEDGER_FOLDER", absolute(secrets.erasures()));
    return application;
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().toString();
  }

  /** Its beds and nurses get tokens of the demo's issuer, whose folder this is. */
  ProcessBuilder simulator(Path issuer) {
    List<String> command = ownSession();
    command.add(java());
    command.addAll(SMALL_JVM);
    command.addAll(List.of("-jar", settings.simulator().toString(), "--url", settings.address()));
    command.addAll(List.of("--issuer", absolute(issuer)));
    command.addAll(words("VIGIL_SIMULATOR_OPTIONS"));
    ProcessBuilder simulator = new ProcessBuilder(command);
    withoutSecrets(simulator);
    return simulator;
  }

  /** Sends what a child writes to a file; that of the run before is kept. */
  static ProcessBuilder loggedTo(Path log, ProcessBuilder command) {
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new LaunchException("The log " + log + " cannot be written.", e);
    }
    return command.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /** Ctrl-C reaches every process of the terminal's session; the launcher's order is to hold. */
  private List<String> ownSession() {
    String path = settings.value("PATH").orElse("");
    boolean available =
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    return available ? new ArrayList<>(List.of("setsid")) : new ArrayList<>();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private List<String> words(String name) {
    return settings.value(name).map(text -> List.of(text.strip().split("\\s+"))).orElse(List.of());
  }

  /** A child gets no credentials but its own. */
  private static Map<String, String> withoutSecrets(ProcessBuilder command) {
    Map<String, String> environment = command.environment();
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("VIGIL_DATABASE_")
                    || name.startsWith("VIGIL_OWNER_")
                    || name.equals("VIGIL_TOKEN")
                    || name.startsWith("VIGIL_SERVING_"));
    return environment;
  }
}
