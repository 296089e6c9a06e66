package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds texts in bytes: as UTF-8 and UTF-16, and those in hex or base64. */
final class Traces {
  private final boolean[] beginnings = new boolean[1 << 16];
  private final List<byte[]> forms = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Traces(List<String> texts) {
    texts.forEach(this::add);
  }

  private void add(String text) {
    add(text, "UTF-8", text.getBytes(UTF_8));
    add(text, "UTF-16LE", text.getBytes(UTF_16LE));
    add(text, "UTF-16BE", text.getBytes(UTF_16BE));
    String hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
    add(text, "hex", hex.getBytes(UTF_8));
    add(text, "hex", hex.toUpperCase(Locale.ROOT).getBytes(UTF_8));
    for (int shift = 0; shift < 3; shift++) {
      add(text, "base64", base64(text, shift).getBytes(UTF_8));
    }
  }

  private void add(String text, String form, byte[] bytes) {
    beginnings[pair(bytes, 0)] = true;
    forms.add(bytes);
    names.add("'" + text + "' in " + form);
  }

  /** The characters that a text has in base64 for certain, so many bytes after a multiple of 3. */
  static String base64(String text, int shift) {
    byte[] shifted = ("\0".repeat(shift) + text).getBytes(UTF_8);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = (shift * 8 + 5) / 6;
    return all.substring(first, shifted.length * 8 / 6);
  }

  /** What of it the bytes hold. */
  List<String> in(byte[] bytes) {
    TreeSet<String> found = new TreeSet<>();
    for (int at = 0; at + 1 < bytes.length; at++) {
      if (beginnings[pair(bytes, at)]) {
        lookAt(bytes, at, found);
      }
    }
    return List.copyOf(found);
  }

  private void lookAt(byte[] bytes, int at, TreeSet<String> found) {
    for (int i = 0; i < forms.size(); i++) {
      byte[] form = forms.get(i);
      int end = at + form.length;
      if (end <= bytes.length && Arrays.equals(bytes, at, end, form, 0, form.length)) {
        found.add(names.get(i));
      }
    }
  }

  /** What of it the files under a folder hold, by file. */
  List<String> under(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String trace : in(Files.readAllBytes(file))) {
          found.add(folder.relativize(file) + ": " + trace);
        }
      }
    }
    return found;
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
