package health.vigil.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RulebookTest {
  @Test
  void whatMeansTheSameIsTheSameText() {
    assertThat(new Rulebook().rule("a", Duration.ofMinutes(60)).rules())
        .isEqualTo(new Rulebook().rule("a", Duration.ofHours(1)).rules());
    assertThat(new Rulebook().rule("a", new BigDecimal("10.00")).rules())
        .isEqualTo(new Rulebook().rule("a", BigDecimal.TEN).rules());
  }

  @Test
  void aRuleIsToldOnce() {
    Rulebook book = new Rulebook().rule("a", 1);

    assertThatIllegalArgumentException().isThrownBy(() -> book.rule("a", 2));
  }
}
