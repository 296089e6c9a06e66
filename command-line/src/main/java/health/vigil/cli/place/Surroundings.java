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

  /** The file of the server's secret: the one that is set, else that of the data folder. */
  public Path serverSecret() {
    return value("VIGIL_MRN_KEY_FILE")
        .map(Path::of)
        .orElseGet(() -> data().resolve("keys").resolve("mrn.key"));
  }

  /**
   * The ledger of erasures, in the folder that is set, else in that of the data folder; empty where
   * that is another database's.
   */
  public Optional<Path> erasureLedger() {
    return value("VIGIL_ERASURE_LEDGER_FOLDER")
        .map(Path::of)
        .or(() -> ownDatabase().map(data -> data.resolve("erasures")))
        .map(folder -> folder.resolve("erasures.ndjson"));
  }

  private Optional<Path> ownDatabase() {
    return value("VIGIL_DATABASE_URL").isPresent() ? Optional.empty() : Optional.of(data());
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "Surroundings[home=" + home + "]";
  }
}
