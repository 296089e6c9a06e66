package health.vigil.cli.place;

import health.vigil.cli.terminal.CouldNotLook;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What {@code ./vigil demo} and {@code ./vigil serve} leave in the data folder while they run, for
 * nobody else to read: where the application and its database are, and the role to read it with.
 */
record RunningVigil(Properties values) {

  static final String FILE = "run/running.properties";

  /** Empty when nothing runs in this data folder. */
  static Optional<RunningVigil> in(Path data) {
    Path file = data.resolve(FILE);
    Properties values = new Properties();
    try {
      values.load(new StringReader(Files.readString(file)));
      return Optional.of(new RunningVigil(values));
    } catch (NoSuchFileException notRunning) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw new CouldNotLook(
          "The Vigil in %s belongs to another user: ask as that user, or set VIGIL_DATABASE_URL and VIGIL_PORT."
              .formatted(data),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new CouldNotLook("The file " + file + " can not be read.", e);
    }
  }

  String value(String name) {
    return Optional.ofNullable(values.getProperty(name))
        .orElseThrow(
            () ->
                new CouldNotLook(
                    "The file %s is of another version of Vigil: it has no %s."
                        .formatted(FILE, name)));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RunningVigil[***]";
  }
}
