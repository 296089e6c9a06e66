package health.vigil.app.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with variables, such as {@code /wards/{ward}/board}; a star at its end stands for whatever
 * follows, unless something in it is encoded.
 */
record PathTemplate(String text) implements Comparable<PathTemplate> {
  private static final String STAR = "*";

  /**
   * The values of the variables, when the path is one of these.
   *
   * @param path normalised, and still encoded where that makes a difference
   */
  Optional<Map<String, String>> match(String path) {
    if (text.endsWith(STAR)) {
      boolean begins = path.startsWith(text.substring(0, text.length() - STAR.length()));
      boolean isPlain = path.indexOf('%') < 0;
      return begins && isPlain ? Optional.of(Map.of()) : Optional.empty();
    }
    return values(segments(text), segments(path));
  }

  private static Optional<Map<String, String>> values(List<String> ours, List<String> theirs) {
    if (ours.size() != theirs.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      String expected = ours.get(i);
      String found = theirs.get(i);
      if (isVariable(expected) && !found.isEmpty()) {
        values.put(expected.substring(1, expected.length() - 1), decoded(found));
      } else if (!expected.equals(found)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** A slash at the end makes no other path. */
  private static List<String> segments(String path) {
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Arrays.asList(whole.split("/", -1));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /** What can not be decoded is nobody's id. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEncoding) {
      return "";
    }
  }

  /** A name comes before a variable in its place. */
  @Override
  public int compareTo(PathTemplate other) {
    return text.replace('{', '~').compareTo(other.text.replace('{', '~'));
  }
}
