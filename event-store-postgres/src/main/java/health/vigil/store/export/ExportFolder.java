package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of an export: the events in {@value #EVENTS}, a line each, and {@value #MANIFEST}.
 *
 * @param path of the folder
 */
public record ExportFolder(Path path) {

  /** The name of the file with the events. */
  public static final String EVENTS = "events.ndjson";

  /** The name of the file with the manifest, one line. */
  public static final String MANIFEST = "manifest.json";

  private static final int LONGEST_MANIFEST = 4096;
  private static final Pattern AROUND = Pattern.compile("\\A[ \t\r\n]+|[ \t\r\n]+\\z");

  public Path eventsFile() {
    return path.resolve(EVENTS);
  }

  public Path manifestFile() {
    return path.resolve(MANIFEST);
  }

  /**
   * What the manifest says; its signature is not looked at.
   *
   * @throws UnusableExportException when there is none, or it is none
   * @throws IOException when it can not be read
   */
  public ExportManifest manifest() throws IOException {
    try (InputStream file = open(manifestFile())) {
      // One byte more than there may be: what is longer is none.
      String text = new String(file.readNBytes(LONGEST_MANIFEST + 1), UTF_8);
      return Optional.of(text)
          .filter(whole -> whole.length() <= LONGEST_MANIFEST)
          .flatMap(whole -> ExportManifest.parse(AROUND.matcher(whole).replaceAll("")))
          .orElseThrow(
              () -> new UnusableExportException(MANIFEST + " is no manifest of an export"));
    }
  }

  /**
   * The events, to be closed by whoever opens them.
   *
   * @throws UnusableExportException when there is no such file
   * @throws IOException when it can not be read
   */
  InputStream openEvents() throws IOException {
    return open(eventsFile());
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableExportException(file.getFileName() + " is missing");
    }
    return Files.newInputStream(file);
  }
}
