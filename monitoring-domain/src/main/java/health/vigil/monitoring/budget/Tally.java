package health.vigil.monitoring.budget;

import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts readings that are merged, one after the other; their number may grow without end. */
public record Tally(int count, @Nullable Instant from, @Nullable Instant to, Map<Vital, Sum> sums) {
  public static final Tally NONE = new Tally(0, null, null, Map.of());

  private static final int DECIMALS_OF_MEAN = 2;

  public Tally {
    sums = InEnumOrder.copyOf(Vital.class, sums);
  }

  /** With one more, measured not before the one before. */
  public Tally and(Reading reading) {
    Map<Vital, Sum> more = new EnumMap<>(Vital.class);
    more.putAll(sums);
    for (Vital vital : Vital.values()) {
      BigDecimal value = reading.values().number(vital);
      if (value != null) {
        more.merge(vital, Sum.of(value), (before, one) -> before.and(value));
      }
    }
    return new Tally(
        count + 1, from == null ? reading.measuredAt() : from, reading.measuredAt(), more);
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

  /** What the readings said of one vital sign. */
  public record Sum(int count, BigDecimal sum, BigDecimal min, BigDecimal max, BigDecimal last) {
    static Sum of(BigDecimal value) {
      return new Sum(1, value, value, value, value);
    }

    Sum and(BigDecimal value) {
      return new Sum(count + 1, sum.add(value), min.min(value), max.max(value), value);
    }

    MergedValue value() {
      BigDecimal mean =
          sum.divide(BigDecimal.valueOf(count), DECIMALS_OF_MEAN, RoundingMode.HALF_UP);
      return new MergedValue(min, max, mean, last);
    }
  }
}
