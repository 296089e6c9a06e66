package health.vigil.app.json;

import java.math.BigDecimal;

/**
 * Numbers that a device could have measured: what has a million digits when written out would cost
 * whoever rounds it. 18 digits hold every number that was printed from a double.
 */
public final class Decimals {
  public static final String ACCEPTED = "a number of at most 18 digits";
  private static final int MOST_DIGITS = 18;

  private Decimals() {}

  public static boolean isSensible(BigDecimal value) {
    return value.scale() <= MOST_DIGITS
        && value.scale() >= -MOST_DIGITS
        && value.precision() <= MOST_DIGITS;
  }
}
