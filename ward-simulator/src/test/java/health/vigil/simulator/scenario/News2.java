package health.vigil.simulator.scenario;

import health.vigil.simulator.physiology.Vitals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * NEWS2 written down once more, from the table of the Royal College of Physicians (2017), to check
 * what the scenarios state without the scoring that they are to check.
 */
final class News2 {
  private News2() {}

  static Scored score(Vitals vitals, int scale, Set<String> missing) {
    boolean oxygen = vitals.oxygenFlow() > 0;
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("respirationRate", respiration(whole(vitals.respirationRate())));
    parts.put(
        "oxygenSaturation",
        scale == 2
            ? scale2(whole(vitals.oxygenSaturation()), oxygen)
            : scale1(whole(vitals.oxygenSaturation())));
    parts.put("supplementalOxygen", oxygen ? 2 : 0);
    parts.put("systolicBloodPressure", systolic(whole(vitals.systolicBloodPressure())));
    parts.put("pulse", pulse(whole(vitals.pulse())));
    parts.put("consciousness", vitals.consciousness().name().equals("ALERT") ? 0 : 3);
    parts.put("temperature", temperature(Math.round(vitals.temperature() * 10)));
    parts.keySet().removeAll(missing);
    if (!missing.isEmpty()) {
      return new Scored(null, null, parts, missing);
    }
    int total = parts.values().stream().mapToInt(Integer::intValue).sum();
    return new Scored(total, band(total, parts.containsValue(3)), parts, Set.of());
  }

  private static Band band(int total, boolean anyThree) {
    if (total >= 7) {
      return Band.HIGH;
    }
    if (total >= 5) {
      return Band.MEDIUM;
    }
    return anyThree ? Band.LOW_MEDIUM : Band.LOW;
  }

  private static long whole(double value) {
    return Math.round(value);
  }

  private static int respiration(long rate) {
    return rate <= 8 ? 3 : rate <= 11 ? 1 : rate <= 20 ? 0 : rate <= 24 ? 2 : 3;
  }

  private static int scale1(long saturation) {
    return saturation <= 91 ? 3 : saturation <= 93 ? 2 : saturation <= 95 ? 1 : 0;
  }

  private static int scale2(long saturation, boolean oxygen) {
    if (saturation <= 87) {
      return saturation <= 83 ? 3 : saturation <= 85 ? 2 : 1;
    }
    if (saturation <= 92 || !oxygen) {
      return 0;
    }
    return saturation <= 94 ? 1 : saturation <= 96 ? 2 : 3;
  }

  private static int systolic(long pressure) {
    return pressure <= 90 ? 3 : pressure <= 100 ? 2 : pressure <= 110 ? 1 : pressure < 220 ? 0 : 3;
  }

  private static int pulse(long pulse) {
    return pulse <= 40
        ? 3
        : pulse <= 50 ? 1 : pulse <= 90 ? 0 : pulse <= 110 ? 1 : pulse <= 130 ? 2 : 3;
  }

  private static int temperature(long tenths) {
    return tenths <= 350 ? 3 : tenths <= 360 ? 1 : tenths <= 380 ? 0 : tenths <= 390 ? 1 : 2;
  }
}
