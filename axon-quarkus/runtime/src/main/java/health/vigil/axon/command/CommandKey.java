package health.vigil.axon.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What makes a command the same command when it comes again.
 *
 * <p>The events of a command bear identifiers derived from its key. The log holds each identifier
 * once, so the effect of one key is in the log once, however often the command is sent.
 */
public record CommandKey(String value) {

  public CommandKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A command key is not blank");
    }
  }

  /** A key that nobody else has. */
  public static CommandKey random() {
    return new CommandKey(UUID.randomUUID().toString());
  }

  /**
   * The identifier of the event at this index of the append.
   *
   * @param index counts the events of the append under this key from 0, over all its streams
   */
  public String eventIdentifier(int index) {
    return uuid(value + "#" + index).toString();
  }

  /** A UUID (version 8: custom) of the first 16 bytes of the text's SHA-256. */
  static UUID uuid(String text) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(text));
    long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x0000000000008000L;
    long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
