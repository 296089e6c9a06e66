package health.vigil.personal.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.personal.key.KeyRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is as it was written, and has not expired.
 *
 * @param header what it holds
 * @param mac of all of it
 */
record BackupFile(Path path, BackupSecret secret, BackupHeader header, String mac) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Takes the rows of a backup, one by one. */
  @FunctionalInterface
  interface Reader {
    void row(KeyRow row) throws SQLException;
  }

  /** Takes the lines between the first and the last, one by one. */
  private interface Lines<E extends Exception> {
    void line(String line) throws E;
  }

  /**
   * Reads all of it once.
   *
   * @throws UnusableBackup when it was changed, cut off, or signed with another secret, is
   *     something else, or has expired
   */
  static BackupFile checked(Path path, BackupSecret secret, Instant now) throws IOException {
    BackupFile backup = BackupFile.<RuntimeException>genuine(path, secret, line -> {});
    Instant end = backup.header().expiresAt();
    if (!now.isBefore(end)) {
      throw new UnusableBackup(
          "expired at %s: keys of patients who were erased meanwhile could come back from it"
              .formatted(end));
    }
    return backup;
  }

  /**
   * Hands over every row in the order of the file.
   *
   * @throws UnusableBackup at its end too, when it is not what was checked: nothing of it counts
   */
  void each(Reader reader) throws IOException, SQLException {
    BackupFile again =
        BackupFile.<SQLException>genuine(path, secret, line -> reader.row(row(parsed(line))));
    if (!again.mac().equals(mac)) {
      throw new UnusableBackup("was replaced by another while it was read");
    }
  }

  private static <E extends Exception> BackupFile genuine(
      Path path, BackupSecret secret, Lines<E> rows) throws IOException, E {
    Mac mac = secret.mac();
    try (BufferedReader lines = Files.newBufferedReader(path, UTF_8)) {
      String line = lines.readLine();
      BackupHeader header = BackupHeader.of(parsed(line));
      String next = lines.readLine();
      while (next != null) {
        mac.update((line + "\n").getBytes(UTF_8));
        line = next;
        next = lines.readLine();
        if (next != null) {
          rows.line(line);
        }
      }
      String found = HexFormat.of().formatHex(mac.doFinal());
      requireSame(found, parsed(line).path("mac").asText());
      return new BackupFile(path, secret, header, found);
    } catch (CharacterCodingException noText) {
      throw new UnusableBackup("is no backup of keys", noText);
    }
  }

  private static void requireSame(String found, String claimed) {
    if (!MessageDigest.isEqual(found.getBytes(UTF_8), claimed.getBytes(UTF_8))) {
      throw damaged();
    }
  }

  private static UnusableBackup damaged() {
    return new UnusableBackup(
        "is not as it was written: it was changed or cut off, or the server's secret is another");
  }

  private static KeyRow row(JsonNode line) {
    try {
      return BackupLine.row(line);
    } catch (IllegalArgumentException | DateTimeException noRow) {
      throw new UnusableBackup("was changed while it was read", noRow);
    }
  }

  private static JsonNode parsed(@Nullable String line) {
    try {
      return JSON.readTree(line == null ? "" : line);
    } catch (JsonProcessingException noJson) {
      throw new UnusableBackup("is no backup of keys, or was cut off", noJson);
    }
  }
}
