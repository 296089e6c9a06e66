package health.vigil.monitoring.budget;

import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts readings that are merged, one after the other; their number may grow without end. */
public final class Tally {
  private static final int DECIMALS_OF_MEAN = 2;

  private final Map<Vital, Sum> sums = new EnumMap<>(Vital.class);
  private int count;
  private @Nullable Instant from;
  private @Nullable Instant to;

  /** One more, measured not before the one before. */
  public void add(Reading reading) {
    count++;
    from = from == null ? reading.measuredAt() : from;
    to = reading.measuredAt();
    for (Vital vital : Vital.values()) {
      BigDecimal value = reading.values().number(vital);
      if (value != null) {
        sums.merge(vital, Sum.of(value), (before, one) -> before.with(value));
      }
    }
  }

  /** All of these together, null for none; {@code into} stands for them. */
  public @Nullable MergedReadings readings(MonitoringId stream, ObservationId into) {
    if (from == null || to == null) {
      return null;
    }
    Map<Vital, MergedValue> values = new EnumMap<>(Vital.class);
    sums.forEach((vital, sum) -> values.put(vital, sum.value()));
    return new MergedReadings(stream, into, count, from, to, values);
  }

  private record Sum(int count, BigDecimal sum, BigDecimal min, BigDecimal max, BigDecimal last) {
    static Sum of(BigDecimal value) {
      return new Sum(1, value, value, value, value);
    }

    Sum with(BigDecimal value) {
      return new Sum(count + 1, sum.add(value), min.min(value), max.max(value), value);
    }

    MergedValue value() {
      BigDecimal mean =
          sum.divide(BigDecimal.valueOf(count), DECIMALS_OF_MEAN, RoundingMode.HALF_UP);
      return new MergedValue(min, max, mean, last);
    }
  }
}
