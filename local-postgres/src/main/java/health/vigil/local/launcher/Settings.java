package health.vigil.local.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the person has set, all of it by environment variables.
 *
 * @param project the project's folder, which holds what was built
 * @param data the folder that keeps the data, {@code VIGIL_DATA}, by default {@code data}
 * @param port the application's port on the loopback address, {@code VIGIL_PORT}, by default 8080
 * @param database the person's own PostgreSQL, when {@code VIGIL_DATABASE_URL} names one
 * @param environment all of it
 */
record Settings(
    Path project,
    Path data,
    int port,
    Optional<OwnDatabase> database,
    Map<String, String> environment) {

  static Settings of(Path project, Map<String, String> environment) {
    return new Settings(
        project,
        data(project, environment.getOrDefault("VIGIL_DATA", "")),
        port(environment.getOrDefault("VIGIL_PORT", "8080")),
        OwnDatabase.of(environment),
        environment);
  }

  /** Relative to where the person stands, unless it is the default. */
  private static Path data(Path project, String text) {
    return text.isBlank() ? project.resolve("data") : Path.of(text).toAbsolutePath().normalize();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new LaunchException("VIGIL_PORT has to be a number from 1 to 65535.");
    }
    return Integer.parseInt(text);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  Path application() {
    return project.resolve("monitoring-app/target/quarkus-app");
  }

  Path simulator() {
    return project.resolve("ward-simulator/target/ward-simulator.jar");
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "Settings[data=" + data + ", port=" + port + "]";
  }
}
