package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.store.chain.ChainedLog;
import health.vigil.store.chain.LogHash;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.export.ExportManifest.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An export that can be damaged.
 *
 * @param events whole lines, each with its line feed
 */
public record Exported(ExportManifest manifest, String events) {

  private static final Instant AT = Instant.parse("2026-11-23T13:06:00.000001Z");

  /** A part of a log, as it is. */
  public static Exported of(ChainedLog log, long first, long last, SigningKey key)
      throws IOException, SQLException {
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    new ExportPages(log.dataSource(), first, last).writeTo(events);
    Part part =
        new Part(
            "3f0c2f5e-0000-4000-8000-000000000001",
            log.events().epoch(),
            first,
            last,
            first == 1 ? "0".repeat(64) : hash(log, first - 1),
            hash(log, last));
    return new Exported(ExportManifest.of(part, AT, key), events.toString(UTF_8));
  }

  private static String hash(ChainedLog log, long position) throws SQLException {
    return log.ask("SELECT encode(hash, 'hex') FROM vigil.events WHERE position = " + position);
  }

  public void writeTo(Path folder) throws IOException {
    ExportFolder files = new ExportFolder(Files.createDirectories(folder));
    Files.writeString(files.manifestFile(), manifest.line() + "\n");
    // One character a byte, so that a damaged line may hold any byte.
    Files.write(files.eventsFile(), events.getBytes(UTF_8));
  }

  Exported with(ExportManifest other) {
    return new Exported(other, events);
  }

  /** Other lines in place of these, which come without line feeds. */
  Exported lines(Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(events.lines().toList());
    change.accept(lines);
    return new Exported(manifest, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** Another line at a position. */
  Exported line(long position, UnaryOperator<String> change) {
    int index = (int) (position - manifest.first());
    return lines(lines -> lines.set(index, change.apply(lines.get(index))));
  }

  /** Makes every hash anew from a position on, as somebody would who knows the layout. */
  Exported chainedAnewFrom(long position) {
    return lines(
        lines -> {
          int from = (int) (position - manifest.first());
          byte[] link =
              HexFormat.of()
                  .parseHex(from == 0 ? manifest.before() : event(lines.get(from - 1)).hash());
          for (int i = from; i < lines.size(); i++) {
            String old = event(lines.get(i)).hash();
            link = event(lines.get(i)).link(link, new LogHash());
            lines.set(i, lines.get(i).replace(old, HexFormat.of().formatHex(link)));
          }
        });
  }

  /** Signed again, for the hash that the last event has now. */
  Exported signedAnew(SigningKey key) {
    List<String> lines = events.lines().toList();
    String hash = event(lines.get(lines.size() - 1)).hash();
    Part part =
        new Part(
            manifest.id(),
            manifest.epoch(),
            manifest.first(),
            manifest.last(),
            manifest.before(),
            hash);
    return with(ExportManifest.of(part, manifest.at(), key));
  }

  private static ExportLine event(String line) {
    return ExportLine.parse(line.getBytes(UTF_8)).orElseThrow();
  }
}
