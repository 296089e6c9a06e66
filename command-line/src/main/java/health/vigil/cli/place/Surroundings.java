package health.vigil.cli.place;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a verb finds where it is called.
 *
 * @param home the project's folder
 * @param environment all of it
 */
public record Surroundings(Path home, Map<String, String> environment) {

  Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  /** The folder that keeps the data, {@code VIGIL_DATA}, by default {@code data} in the project. */
  Path data() {
    return value("VIGIL_DATA")
        .map(text -> Path.of(text).toAbsolutePath().normalize())
        .orElseGet(() -> home.resolve("data"));
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "Surroundings[home=" + home + "]";
  }
}
