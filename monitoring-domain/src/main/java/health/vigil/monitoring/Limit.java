package health.vigil.monitoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A plan's own limits for one vital sign: a value below {@code low} or above {@code high} breaches
 * it; one of the two may be missing.
 */
public record Limit(@Nullable BigDecimal low, @Nullable BigDecimal high) {
  /** No value lies between the two. */
  boolean admitsNothing() {
    return low != null && high != null && low.compareTo(high) >= 0;
  }

  /** Negative below, 0 within, positive above. */
  public int side(BigDecimal value) {
    if (low != null && value.compareTo(low) < 0) {
      return -1;
    }
    return high != null && value.compareTo(high) > 0 ? 1 : 0;
  }

  boolean admits(BigDecimal value) {
    return side(value) == 0;
  }
}
