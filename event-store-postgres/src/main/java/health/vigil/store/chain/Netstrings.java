package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over netstrings: the decimal count of bytes, a colon, the bytes, a comma; {@code -,} for
 * what is absent. Small parts are gathered, large ones are hashed where they lie.
 */
final class Netstrings {

  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
  private static final int LONGEST_NUMBER = 20;

  private final MessageDigest sha = sha256();
  private final UtcText times = new UtcText();
  private final byte[] scratch = new byte[2 * LogHash.LENGTH];
  private final byte[] number = new byte[LONGEST_NUMBER];
  private final byte[] gathered = new byte[1024];
  private int count;

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  Netstrings text(@Nullable String value) {
    if (value == null) {
      return absent();
    }
    byte[] bytes = value.getBytes(UTF_8);
    return bytes(bytes, 0, bytes.length);
  }

  Netstrings absent() {
    room(2);
    gathered[count++] = '-';
    gathered[count++] = ',';
    return this;
  }

  Netstrings bytes(byte[] from, int offset, int length) {
    room(LONGEST_NUMBER + 2);
    decimal(length);
    gathered[count++] = ':';
    raw(from, offset, length);
    room(1);
    gathered[count++] = ',';
    return this;
  }

  Netstrings number(long value) {
    int start = decimalInto(value, scratch);
    return bytes(scratch, start, scratch.length - start);
  }

  /**
   * @param micros since the year 2000
   */
  Netstrings time(long micros) {
    return bytes(scratch, 0, times.write(micros, scratch, 0));
  }

  /** In lower-case hexadecimal digits. */
  Netstrings hash(byte[] hash) {
    for (int i = 0; i < LogHash.LENGTH; i++) {
      scratch[2 * i] = HEX[(hash[i] >> 4) & 15];
      scratch[2 * i + 1] = HEX[hash[i] & 15];
    }
    return bytes(scratch, 0, scratch.length);
  }

  /** Puts the hash of all there was into an array of {@link LogHash#LENGTH}, and begins anew. */
  void finish(byte[] into) {
    flush();
    try {
      sha.digest(into, 0, LogHash.LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
  }

  private void decimal(int value) {
    int start = decimalInto(value, number);
    System.arraycopy(number, start, gathered, count, number.length - start);
    count += number.length - start;
  }

  /** At the end of the array; returns where it begins. */
  private static int decimalInto(long value, byte[] into) {
    int at = into.length;
    // Counted below zero, where there is room for the smallest number.
    long rest = value > 0 ? -value : value;
    do {
      into[--at] = (byte) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (value < 0) {
      into[--at] = '-';
    }
    return at;
  }

  private void raw(byte[] from, int offset, int length) {
    if (length > gathered.length - count) {
      flush();
      if (length > gathered.length) {
        sha.update(from, offset, length);
        return;
      }
    }
    System.arraycopy(from, offset, gathered, count, length);
    count += length;
  }

  private void room(int needed) {
    if (gathered.length - count < needed) {
      flush();
    }
  }

  private void flush() {
    sha.update(gathered, 0, count);
    count = 0;
  }
}
