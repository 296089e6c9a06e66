package health.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.vigil.stay.StayId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdTest {
  @Test
  void isOneOfLettersDigitsAndDashes() {
    AlertId derived = AlertId.of(new StayId("stay-1"), AlertRule.OBSERVATION_OVERDUE, 1);

    assertThat(new AlertId(derived.value())).isEqualTo(derived);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\u0000b", "a\nb", "alert/1"})
  void takesNothingThatCanNotBeStoredOrLogged(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AlertId(text));
  }
}
