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
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is as it was written, and has not expired.
 *
 * @param header what it holds
 */
record BackupFile(Path path, BackupHeader header) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Takes the rows of a backup, one by one. */
  @FunctionalInterface
  interface Reader {
    void row(KeyRow row) throws SQLException;
  }

  /**
   * Reads all of it once.
   *
   * @throws UnusableBackup when it was changed, cut off, or signed with another secret, is
   *     something else, or has expired
   */
  static BackupFile checked(Path path, BackupSecret secret, Instant now) throws IOException {
    BackupHeader header = genuine(path, secret);
    if (!now.isBefore(header.expiresAt())) {
      throw new UnusableBackup(
          "expired at %s: keys of patients who were erased meanwhile could come back from it"
              .formatted(header.expiresAt()));
    }
    return new BackupFile(path, header);
  }

  private static BackupHeader genuine(Path path, BackupSecret secret) throws IOException {
    Mac mac = secret.mac();
    try (BufferedReader lines = Files.newBufferedReader(path, UTF_8)) {
      String first = lines.readLine();
      BackupHeader header = BackupHeader.of(parsed(first));
      String line = first;
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        mac.update((line + "\n").getBytes(UTF_8));
        line = next;
      }
      String claimed = parsed(line).path("mac").asText();
      String found = HexFormat.of().formatHex(mac.doFinal());
      if (!MessageDigest.isEqual(found.getBytes(UTF_8), claimed.getBytes(UTF_8))) {
        throw damaged();
      }
      return header;
    } catch (CharacterCodingException noText) {
      throw new UnusableBackup("is no backup of keys", noText);
    }
  }

  private static UnusableBackup damaged() {
    return new UnusableBackup(
        "is not as it was written: it was changed or cut off, or the server's secret is another");
  }

  private static JsonNode parsed(@Nullable String line) {
    try {
      return JSON.readTree(line == null ? "" : line);
    } catch (JsonProcessingException noJson) {
      throw new UnusableBackup("is no backup of keys, or was cut off", noJson);
    }
  }

  /** Hands over every row in the order of the file. */
  void each(Reader reader) throws IOException, SQLException {
    try (BufferedReader lines = Files.newBufferedReader(path, UTF_8)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = parsed(line);
        if (node.has("patient")) {
          reader.row(BackupLine.row(node));
        }
      }
    }
  }
}
