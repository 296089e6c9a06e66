package health.vigil.personal.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Words as tokens that only the holder of a key can make (HMAC-SHA256, 16 characters). Case,
 * accents and forms that look the same (NFKD) make no difference.
 *
 * <p>Equal beginnings of words have equal tokens, whoever bears them. So whoever has the tokens of
 * many people and no key sees how many words a name has and who shares the beginning of one, and
 * can guess frequent names by how often they come; each word has as many tokens as any other, so
 * that its length is not told. Whoever has the key too can try any name.
 */
public final class SearchTokens {
  /** The fewest letters of a word that find longer ones. */
  public static final int FEWEST_LETTERS = 2;

  /** Letters beyond this find nothing more. */
  public static final int MOST_LETTERS = 8;

  /** Of each word: its beginnings, and others that nobody asks for. */
  public static final int TOKENS_OF_A_WORD = MOST_LETTERS - FEWEST_LETTERS + 1;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 12;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 bytes, the same for the life of the read models
   */
  public SearchTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The token of a number that is found by the whole of it. */
  public String whole(String number) {
    return token("whole", Words.plain(number));
  }

  /**
   * The tokens under which a name is found: of each of its words the beginnings of 2 to 8 letters,
   * and a word of one letter as it is. Sorted.
   */
  public SortedSet<String> prefixes(String name) {
    return Words.of(name).stream()
        .flatMap(this::filled)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The tokens that a name must all have to be found by what somebody typed: one for each word, of
   * its first 8 letters. Empty when nothing that was typed is a letter or digit. Sorted.
   */
  public SortedSet<String> asked(String typed) {
    return sorted(Words.of(typed).stream().map(word -> Words.beginning(word, MOST_LETTERS)));
  }

  private Stream<String> filled(String word) {
    Stream<String> found = beginnings(word).map(beginning -> token("word", beginning));
    Stream<String> others =
        IntStream.range(0, TOKENS_OF_A_WORD).mapToObj(n -> token("filling " + n, word));
    return Stream.concat(found, others).limit(TOKENS_OF_A_WORD);
  }

  private static Stream<String> beginnings(String word) {
    int letters = Math.min(Words.length(word), MOST_LETTERS);
    return Stream.iterate(
            Math.min(FEWEST_LETTERS, letters), length -> length <= letters, length -> length + 1)
        .map(length -> Words.beginning(word, length));
  }

  private SortedSet<String> sorted(Stream<String> words) {
    return words.map(word -> token("word", word)).collect(Collectors.toCollection(TreeSet::new));
  }

  private String token(String kind, String word) {
    byte[] hash = hash((kind + "/" + word).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
  }

  private byte[] hash(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
    }
  }
}
