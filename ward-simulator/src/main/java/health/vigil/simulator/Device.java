package health.vigil.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The monitor at one bed. What it sends at tick n depends on its seed, its scenario and n alone:
 * sent again, after a restart too, it is the same message with the same id.
 */
record Device(String id, Scenario scenario, long seed, Duration interval, double speed) {

  /** The tick that is due at {@code now} for a patient watched since {@code start}. */
  long tick(Instant start, Instant now) {
    return Math.max(0, Duration.between(start, now).toMillis() / interval.toMillis());
  }

  /** The observation set of one tick, as the API takes it. */
  Map<String, Object> observation(Instant start, long tick) {
    double minutes = tick * interval.toMillis() / 60_000.0 * speed;
    Vitals vitals = scenario.at(minutes);
    SplittableRandom noise = new SplittableRandom(seed ^ (tick * 0x9E3779B97F4A7C15L));
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("measuredAt", start.plus(interval.multipliedBy(tick)).toString());
    set.put("respirationRate", whole(vitals.respirationRate(), 0.5, noise));
    set.put("oxygenSaturation", Math.min(100, whole(vitals.oxygenSaturation(), 0.3, noise)));
    set.put("supplementalOxygen", vitals.supplementalOxygen());
    set.put("systolicBloodPressure", whole(vitals.systolicBloodPressure(), 2, noise));
    set.put("diastolicBloodPressure", whole(vitals.diastolicBloodPressure(), 1.5, noise));
    set.put("pulse", whole(vitals.pulse(), 1.5, noise));
    set.put("consciousness", vitals.consciousness());
    set.put("temperature", tenth(vitals.temperature(), 0.05, noise));
    set.put("messageId", id + ":" + start.getEpochSecond() + ":" + tick);
    set.put("device", id);
    return set;
  }

  private static long whole(double value, double spread, SplittableRandom noise) {
    return Math.round(Math.max(0, value + spread * noise.nextGaussian()));
  }

  private static BigDecimal tenth(double value, double spread, SplittableRandom noise) {
    return BigDecimal.valueOf(value + spread * noise.nextGaussian())
        .setScale(1, RoundingMode.HALF_UP);
  }
}
