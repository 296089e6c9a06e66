package health.vigil.app.fhir.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** The UCUM units that are recognised, and their way to the unit that Vigil keeps. */
enum Unit {
  PER_MINUTE("/min"),
  BEATS_PER_MINUTE("{beats}/min"),
  BREATHS_PER_MINUTE("{breaths}/min"),
  PERCENT("%"),
  MILLIMETRES_OF_MERCURY("mm[Hg]"),
  LITRES_PER_MINUTE("L/min"),
  DEGREES_CELSIUS("Cel"),
  DEGREES_FAHRENHEIT("[degF]") {
    @Override
    BigDecimal convert(BigDecimal value) {
      return celsius(value);
    }
  },
  SCORE("{score}"),
  SCORE_OF("{ScoreOf}");

  static final String UCUM = "http://unitsofmeasure.org";

  private static final BigDecimal FREEZING = BigDecimal.valueOf(32);
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);
  private static final BigDecimal NINE = BigDecimal.valueOf(9);

  /** Enough that rounding the result to 0.1 gives what rounding the exact value would give. */
  private static final int MORE_DECIMALS = 4;

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Optional<Unit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
  }

  /** In the unit that Vigil keeps. */
  BigDecimal convert(BigDecimal value) {
    return value;
  }

  /** With no more trailing zeros than the value that was measured has decimals. */
  private static BigDecimal celsius(BigDecimal fahrenheit) {
    int decimals = Math.max(fahrenheit.scale(), 1);
    BigDecimal celsius =
        fahrenheit
            .subtract(FREEZING)
            .multiply(FIVE)
            .divide(NINE, decimals + MORE_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return celsius.scale() < decimals ? celsius.setScale(decimals) : celsius;
  }
}
