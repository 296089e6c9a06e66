package health.vigil.local.launcher;

import health.vigil.local.DataFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Tells the verbs that ask a running Vigil where it and its database are, as long as it runs: a
 * file in the data folder that nobody else can read, because it holds the serving role's password.
 */
final class Announcement implements AutoCloseable {

  private final Path file;

  private Announcement(Path file) {
    this.file = file;
  }

  /** Writes it in place of one that a killed launcher left behind. */
  static Announcement make(DataFolder folder, Settings settings, Database database) {
    Properties values = new Properties();
    values.setProperty("address", settings.address());
    values.setProperty("database.url", database.url());
    values.setProperty("database.user", database.serving().user());
    values.setProperty("database.password", database.serving().password());
    StringWriter text = new StringWriter();
    Path file = folder.folder("run").resolve("running.properties");
    try {
      values.store(text, "The Vigil that runs in this folder");
      SecretFile.make(file, text.toString());
    } catch (IOException e) {
      throw new LaunchException("The file " + file + " cannot be written.", e);
    }
    return new Announcement(file);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LaunchException("The file " + file + " cannot be removed.", e);
    }
  }
}
