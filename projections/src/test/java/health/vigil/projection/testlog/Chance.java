package health.vigil.projection.testlog;

import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.DiastolicBloodPressure;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.OxygenFlow;
import health.vigil.monitoring.vitals.OxygenSaturation;
import health.vigil.monitoring.vitals.Pulse;
import health.vigil.monitoring.vitals.RespirationRate;
import health.vigil.monitoring.vitals.SystolicBloodPressure;
import health.vigil.monitoring.vitals.Temperature;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seeded chance. */
final class Chance {
  private static final List<Consciousness> IMPAIRED =
      List.of(Consciousness.CONFUSION, Consciousness.VOICE, Consciousness.PAIN);

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  Duration between(Duration least, Duration most) {
    return least.plusSeconds(random.nextLong(most.minus(least).toSeconds() + 1));
  }

  /** One of them, null when there is none. */
  <T> @Nullable T of(List<T> candidates) {
    return candidates.isEmpty() ? null : candidates.get(random.nextInt(candidates.size()));
  }

  <T> T oneOf(List<T> candidates) {
    return candidates.get(random.nextInt(candidates.size()));
  }

  /** A set of a patient who is as ill as {@code severity} says, 0 to 3. */
  VitalSigns vitalSigns(int severity) {
    boolean incomplete = percent(8);
    boolean oxygen = percent(10 + 20 * severity);
    return new VitalSigns(
        incomplete ? null : new RespirationRate(number(15 + 4 * severity, 4, 0)),
        new OxygenSaturation(number(97 - 2 * severity, 2, 0)),
        percent(97) ? oxygen : null,
        oxygen ? "NASAL_CANNULA" : null,
        oxygen ? new OxygenFlow(number(2 + severity, 1, 1)) : null,
        new SystolicBloodPressure(number(125 - 10 * severity, 15, 0)),
        new DiastolicBloodPressure(number(75 - 5 * severity, 8, 0)),
        new Pulse(number(72 + 16 * severity, 12, 0)),
        severity == 3 && percent(40) ? oneOf(IMPAIRED) : Consciousness.ALERT,
        incomplete && percent(50) ? null : new Temperature(number(37, 1, 2)),
        incomplete ? Map.of(Vital.RESPIRATION_RATE, NotMeasuredReason.REFUSED) : Map.of());
  }

  private BigDecimal number(int middle, int spread, int decimals) {
    BigDecimal fraction = BigDecimal.valueOf(random.nextInt(2000) - 1000L, 3);
    return BigDecimal.valueOf(middle)
        .add(fraction.multiply(BigDecimal.valueOf(spread)))
        .setScale(decimals, RoundingMode.HALF_UP);
  }
}
