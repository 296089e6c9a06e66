package health.vigil.store.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Files that hold one key between two lines that name it. */
final class Pem {

  private Pem() {}

  /**
   * The bytes of a file.
   *
   * @param label such as {@code PRIVATE KEY}
   * @throws UnusableKeyException when it can not be read or holds something else
   */
  static byte[] read(Path file, String label) {
    String text = text(file);
    String begin = "-----BEGIN " + label + "-----";
    int start = text.indexOf(begin);
    int end = text.indexOf("-----END " + label + "-----");
    if (start < 0 || end < start) {
      throw new UnusableKeyException("holds no " + label + " in PEM");
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end).strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException("holds no Base64 where its key should be", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UnusableKeyException("does not exist or can not be read", e);
    }
  }
}
