package health.vigil.personal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a backup says of itself: its first line.
 *
 * @param expiresAt from then on no key comes back from it
 * @param living how many keys it holds
 * @param erased how many patients it holds who had been erased
 * @param masters the ids of the master keys that its keys are wrapped with
 * @param epoch of the log that they belong to
 * @param position where the log ended then
 */
public record BackupHeader(
    Instant madeAt,
    Instant expiresAt,
    long living,
    long erased,
    SortedSet<String> masters,
    String epoch,
    long position) {
  private static final String KIND = "vigil key backup";
  private static final int VERSION = 1;

  static BackupHeader of(JsonNode line) {
    if (!KIND.equals(line.path("is").textValue())) {
      throw new UnusableBackup("is no backup of keys");
    }
    if (line.path("version").asInt() != VERSION) {
      throw new UnusableBackup("was written by another version of Vigil");
    }
    SortedSet<String> masters = new TreeSet<>();
    line.path("masters").forEach(master -> masters.add(master.asText()));
    return new BackupHeader(
        time(line, "madeAt"),
        time(line, "expiresAt"),
        line.path("living").asLong(),
        line.path("erased").asLong(),
        masters,
        line.path("epoch").asText(),
        line.path("position").asLong());
  }

  private static Instant time(JsonNode line, String name) {
    try {
      return Instant.parse(line.path(name).asText());
    } catch (DateTimeException none) {
      throw new UnusableBackup("does not say when it expires", none);
    }
  }

  ObjectNode json() {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("is", KIND)
            .put("version", VERSION)
            .put("madeAt", madeAt.toString())
            .put("expiresAt", expiresAt.toString())
            .put("living", living)
            .put("erased", erased);
    masters.forEach(line.putArray("masters")::add);
    return line.put("epoch", epoch).put("position", position);
  }
}
