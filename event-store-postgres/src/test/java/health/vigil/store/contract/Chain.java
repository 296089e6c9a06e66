package health.vigil.store.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an event, computed from docs/reference/log-format.md and from nothing else: it shares
 * no code with the store, so that neither can repeat the other's mistake.
 */
final class Chain {

  static final String BEFORE_THE_FIRST = "0".repeat(64);

  private Chain() {}

  static String hash(String previous, Row row) {
    return sha256(
        net(previous) + net("" + row.position()) + net(row.recordedAt()) + net(digest(row)));
  }

  private static String digest(Row row) {
    return sha256(
        net(row.identifier())
            + net(row.stream())
            + net("" + row.sequence())
            + net(row.streamType())
            + net(row.type())
            + net(row.revision())
            + net(row.occurredAt())
            + net(row.payload())
            + net(row.metadata()));
  }

  private static String net(@Nullable String value) {
    return value == null ? "-," : value.getBytes(StandardCharsets.UTF_8).length + ":" + value + ",";
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
