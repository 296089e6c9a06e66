package health.vigil.personal.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched: without case, accents and forms that look the same. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** The words of a name, each of at least one letter or digit. */
  static List<String> of(String name) {
    return Arrays.stream(BETWEEN.split(plain(name))).filter(word -> !word.isEmpty()).toList();
  }

  static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }

  /** The first letters, counted as people count them. */
  static String beginning(String word, int letters) {
    return length(word) <= letters ? word : word.substring(0, word.offsetByCodePoints(0, letters));
  }

  static int length(String word) {
    return word.codePointCount(0, word.length());
  }
}
