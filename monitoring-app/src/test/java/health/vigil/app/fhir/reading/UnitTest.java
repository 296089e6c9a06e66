package health.vigil.app.fhir.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "98.6, 37.0",
    "98.60, 37.00",
    "212, 100.0",
    "32, 0.0",
    "100.4, 38.0",
    "97.5, 36.38889",
    "99, 37.22222",
    "98.24, 36.80"
  })
  void fahrenheitBecomesCelsiusInDecimals(BigDecimal fahrenheit, BigDecimal celsius) {
    assertThat(Unit.DEGREES_FAHRENHEIT.convert(fahrenheit)).isEqualTo(celsius);
  }

  /** In hundredths of a degree, so that nothing is rounded before the last step. */
  @Test
  void roundingTheConvertedValueIsRoundingTheExactOne() {
    for (int hundredths = 5000; hundredths <= 12200; hundredths++) {
      BigDecimal fahrenheit = BigDecimal.valueOf(hundredths, 2);
      // tenths of a degree Celsius = (F - 32) * 50 / 9 = (hundredths - 3200) / 18, half up
      long exact = Math.floorDiv(2L * (hundredths - 3200) + 18, 36);
      assertThat(Unit.DEGREES_FAHRENHEIT.convert(fahrenheit).setScale(1, RoundingMode.HALF_UP))
          .isEqualTo(BigDecimal.valueOf(exact, 1));
    }
  }

  @Test
  void everythingElseIsKeptAsItCame() {
    assertThat(Unit.DEGREES_CELSIUS.convert(new BigDecimal("36.600"))).isEqualTo("36.600");
  }
}
