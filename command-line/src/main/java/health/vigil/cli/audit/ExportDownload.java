package health.vigil.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.export.ExportFolder;
import health.vigil.store.export.ExportManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Brings the files of a new export into a folder; a folder never holds half of one. */
final class ExportDownload {

  private static final FileAttribute<?> USER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int BUFFER = 1 << 16;

  private final Api api;
  private final ExportFolder folder;
  private final Terminal terminal;

  private ExportDownload(Api api, ExportFolder folder, Terminal terminal) {
    this.api = api;
    this.folder = folder;
    this.terminal = terminal;
  }

  /**
   * Into a folder, which is made when it is missing.
   *
   * @throws CouldNotLook when it can not be written, or holds an export already
   */
  static ExportDownload of(Api api, Path folder, Terminal terminal) {
    ExportFolder export = new ExportFolder(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (Files.exists(export.eventsFile()) || Files.exists(export.manifestFile())) {
      throw new CouldNotLook(
          "The folder %s holds an export already: name another with --to.".formatted(folder));
    }
    return new ExportDownload(api, export, terminal);
  }

  /** Has it made and brings it; the manifest appears last. */
  void run(JsonNode request) throws InterruptedException {
    String manifest =
        api.post(
            "/audit/exports", request, answer -> new String(answer.readAllBytes(), UTF_8).strip());
    ExportManifest promised =
        ExportManifest.parse(manifest)
            .orElseThrow(() -> new CouldNotLook("Vigil answers with a manifest that is none."));
    Path unfinished = unfinished();
    try (ProgressLine progress = terminal.progress("events")) {
      api.lines(
          "/audit/exports/" + Api.segment(promised.id()) + "/events",
          events -> copy(events, unfinished, promised.count(), progress));
      Files.move(unfinished, folder.eventsFile(), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(Files.createFile(folder.manifestFile(), USER_ONLY), manifest + "\n");
    } catch (IOException e) {
      throw unwritable(folder.path(), e);
    } finally {
      unfinished.toFile().delete();
    }
  }

  private Path unfinished() {
    try {
      return Files.createTempFile(folder.path(), "events-", ".part", USER_ONLY);
    } catch (IOException e) {
      throw unwritable(folder.path(), e);
    }
  }

  private long copy(InputStream events, Path file, long count, ProgressLine progress)
      throws IOException {
    long lines = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream output = open(file)) {
      for (int length = events.read(buffer); length >= 0; length = events.read(buffer)) {
        write(output, buffer, length);
        for (int i = 0; i < length; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        progress.at(lines, count);
      }
    }
    return lines;
  }

  private OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw unwritable(folder.path(), e);
    }
  }

  /** A full disk is no lost connection. */
  private void write(OutputStream output, byte[] buffer, int length) {
    try {
      output.write(buffer, 0, length);
    } catch (IOException e) {
      throw unwritable(folder.path(), e);
    }
  }

  private static CouldNotLook unwritable(Path folder, IOException reason) {
    return new CouldNotLook(
        "The folder %s can not be written: see to its permissions and to the space on its disk."
            .formatted(folder),
        reason);
  }
}
