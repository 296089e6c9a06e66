package health.vigil.personal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {
  private final SearchTokens tokens = new SearchTokens(new byte[32]);

  private boolean finds(String typed, String name) {
    Set<String> asked = tokens.asked(typed);
    return !asked.isEmpty() && tokens.prefixes(name).containsAll(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "me, Meadow",
    "MEAD, Meadow",
    "mull, Müller",
    "Müll, Muller",
    "del, De La Cruz-Delgado",
    "cruz de, De La Cruz",
    "王, 王",
    "ﬁsh, Fisher",
    "wolfeschlegelsteinhausenbergerdorff, Wolfeschlegelsteinhausenbergerdorff"
  })
  void aNameIsFoundByTheBeginningsOfItsWords(String typed, String name) {
    assertThat(finds(typed, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"m, Meadow", "eadow, Meadow", "meadows, Meadow", "cruz me, De La Cruz", "--, Meadow"})
  void aNameIsNotFoundByAnythingElse(String typed, String name) {
    assertThat(finds(typed, name)).isFalse();
  }

  @Test
  void aNumberIsFoundByTheWholeOfItInAnyCase() {
    assertThat(tokens.whole("mrn-4711")).isEqualTo(tokens.whole(" MRN-4711 "));
    assertThat(tokens.whole("MRN-471")).isNotEqualTo(tokens.whole("MRN-4711"));
  }

  @Test
  void aNumberIsNoWord() {
    assertThat(tokens.asked("4711")).doesNotContain(tokens.whole("4711"));
  }

  @Test
  void anotherKeyMakesOtherTokens() {
    byte[] key = new byte[32];
    key[0] = 1;

    assertThat(new SearchTokens(key).asked("Meadow")).isNotEqualTo(tokens.asked("Meadow"));
  }

  @Test
  void aTokenIsShort() {
    assertThat(tokens.prefixes("Meadow")).allMatch(token -> token.matches("[A-Za-z0-9_-]{16}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O", "Li", "Meadow", "Featherstonehaugh"})
  void howManyThereAreDoesNotTellHowLongAWordIs(String name) {
    assertThat(tokens.prefixes(name)).hasSize(SearchTokens.TOKENS_OF_A_WORD);
  }

  @Test
  void lettersBeyondTheEighthFindNothingMore() {
    assertThat(finds("Featherstonehaugh", "Featherston")).isTrue();
  }
}
