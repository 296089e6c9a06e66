package health.vigil.personal.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.sql.DataSource;

/**
 * Writes all keys, as wrapped as they are, into a file that only its owner can read: a header, a
 * line for each patient, and a MAC of everything before it. The file is worth nothing without the
 * master keys, and nothing once it has expired.
 */
public final class KeyBackup {
  private final DataSource database;
  private final BackupSecret secret;

  public KeyBackup(DataSource database, BackupSecret secret) {
    this.database = database;
    this.secret = secret;
  }

  /**
   * Writes a new file; all of it, or none.
   *
   * @param madeAt now
   * @param lifetime after which no key comes back from it
   * @return what it holds
   * @throws FileAlreadyExistsException when there is such a file
   */
  public BackupHeader write(Path file, Instant madeAt, Duration lifetime, Progress progress)
      throws IOException, SQLException {
    try (NewFile unfinished = NewFile.at(file);
        KeyRows rows = KeyRows.reading(database)) {
      BackupHeader header = header(rows, madeAt.truncatedTo(ChronoUnit.SECONDS), lifetime);
      write(unfinished, rows, header, progress);
      unfinished.show();
      return header;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static BackupHeader header(KeyRows rows, Instant madeAt, Duration lifetime)
      throws SQLException {
    LogEnd end = rows.endOfLog();
    return new BackupHeader(
        madeAt,
        madeAt.plus(lifetime),
        rows.living(),
        rows.erased(),
        rows.masters(),
        end.epoch(),
        end.position());
  }

  private void write(NewFile file, KeyRows rows, BackupHeader header, Progress progress)
      throws IOException, SQLException {
    Mac mac = secret.mac();
    try (FileChannel channel = file.channel();
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      line(out, mac, header.json());
      long[] done = {0};
      rows.each(
          row -> {
            line(out, mac, BackupLine.of(row));
            progress.at(++done[0], header.living() + header.erased());
          });
      String sum = HexFormat.of().formatHex(mac.doFinal());
      out.write(bytes(JsonNodeFactory.instance.objectNode().put("mac", sum)));
      out.flush();
      channel.force(true);
    }
  }

  private static void line(OutputStream out, Mac mac, JsonNode line) {
    byte[] bytes = bytes(line);
    mac.update(bytes);
    try {
      out.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] bytes(JsonNode line) {
    return (line + "\n").getBytes(UTF_8);
  }
}
