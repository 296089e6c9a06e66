package health.vigil.app.monitoring;

import java.math.BigDecimal;

/**
 * Numbers that a device could have measured: what has a million digits when written out would cost
 * whoever rounds it.
 */
final class Decimals {
  static final String ACCEPTED = "at most 10 decimals";
  private static final int MOST_DECIMALS = 10;
  private static final int MOST_DIGITS = 15;

  private Decimals() {}

  static boolean isSensible(BigDecimal value) {
    return value.scale() <= MOST_DECIMALS
        && value.scale() >= -MOST_DIGITS
        && value.precision() <= MOST_DIGITS;
  }
}
