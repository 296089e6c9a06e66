package health.vigil.monitoring.score;

import static health.vigil.monitoring.score.OxygenSaturationScale.SCALE_1;
import static health.vigil.monitoring.score.OxygenSaturationScale.SCALE_2;
import static health.vigil.monitoring.vitals.Vital.CONSCIOUSNESS;
import static health.vigil.monitoring.vitals.Vital.OXYGEN_SATURATION;
import static health.vigil.monitoring.vitals.Vital.PULSE;
import static health.vigil.monitoring.vitals.Vital.RESPIRATION_RATE;
import static health.vigil.monitoring.vitals.Vital.SUPPLEMENTAL_OXYGEN;
import static health.vigil.monitoring.vitals.Vital.SYSTOLIC_BLOOD_PRESSURE;
import static health.vigil.monitoring.vitals.Vital.TEMPERATURE;

import health.vigil.monitoring.score.Condition.Anything;
import health.vigil.monitoring.score.Condition.Breathing;
import health.vigil.monitoring.score.Condition.Interval;
import health.vigil.monitoring.score.Condition.OnScale;
import health.vigil.monitoring.score.Condition.OneOf;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of NEWS2 2017, cell by cell. Source: Royal College of Physicians, 2017, chart 1. */
final class News2Table {
  static final List<TableRule> RULES =
      List.of(
          new TableRule("respiration rate 8 or less", RESPIRATION_RATE, upTo("8"), 3),
          new TableRule("respiration rate 9 to 11", RESPIRATION_RATE, between("9", "11"), 1),
          new TableRule("respiration rate 12 to 20", RESPIRATION_RATE, between("12", "20"), 0),
          new TableRule("respiration rate 21 to 24", RESPIRATION_RATE, between("21", "24"), 2),
          new TableRule("respiration rate 25 or more", RESPIRATION_RATE, from("25"), 3),
          new TableRule("scale 1: 91 or less", OXYGEN_SATURATION, scale1(upTo("91")), 3),
          new TableRule("scale 1: 92 to 93", OXYGEN_SATURATION, scale1(between("92", "93")), 2),
          new TableRule("scale 1: 94 to 95", OXYGEN_SATURATION, scale1(between("94", "95")), 1),
          new TableRule("scale 1: 96 or more", OXYGEN_SATURATION, scale1(from("96")), 0),
          new TableRule("scale 2: 83 or less", OXYGEN_SATURATION, scale2(upTo("83")), 3),
          new TableRule("scale 2: 84 to 85", OXYGEN_SATURATION, scale2(between("84", "85")), 2),
          new TableRule("scale 2: 86 to 87", OXYGEN_SATURATION, scale2(between("86", "87")), 1),
          new TableRule("scale 2: 88 to 92", OXYGEN_SATURATION, scale2(between("88", "92")), 0),
          new TableRule(
              "scale 2: 93 or more on air", OXYGEN_SATURATION, scale2(onAir(from("93"))), 0),
          new TableRule(
              "scale 2: 93 to 94 on oxygen",
              OXYGEN_SATURATION,
              scale2(onOxygen(between("93", "94"))),
              1),
          new TableRule(
              "scale 2: 95 to 96 on oxygen",
              OXYGEN_SATURATION,
              scale2(onOxygen(between("95", "96"))),
              2),
          new TableRule(
              "scale 2: 97 or more on oxygen", OXYGEN_SATURATION, scale2(onOxygen(from("97"))), 3),
          new TableRule("oxygen", SUPPLEMENTAL_OXYGEN, onOxygen(new Anything()), 2),
          new TableRule("air", SUPPLEMENTAL_OXYGEN, onAir(new Anything()), 0),
          new TableRule("systolic 90 or less", SYSTOLIC_BLOOD_PRESSURE, upTo("90"), 3),
          new TableRule("systolic 91 to 100", SYSTOLIC_BLOOD_PRESSURE, between("91", "100"), 2),
          new TableRule("systolic 101 to 110", SYSTOLIC_BLOOD_PRESSURE, between("101", "110"), 1),
          new TableRule("systolic 111 to 219", SYSTOLIC_BLOOD_PRESSURE, between("111", "219"), 0),
          new TableRule("systolic 220 or more", SYSTOLIC_BLOOD_PRESSURE, from("220"), 3),
          new TableRule("pulse 40 or less", PULSE, upTo("40"), 3),
          new TableRule("pulse 41 to 50", PULSE, between("41", "50"), 1),
          new TableRule("pulse 51 to 90", PULSE, between("51", "90"), 0),
          new TableRule("pulse 91 to 110", PULSE, between("91", "110"), 1),
          new TableRule("pulse 111 to 130", PULSE, between("111", "130"), 2),
          new TableRule("pulse 131 or more", PULSE, from("131"), 3),
          new TableRule("alert", CONSCIOUSNESS, alert(), 0),
          new TableRule("new confusion, voice, pain, unresponsive", CONSCIOUSNESS, notAlert(), 3),
          new TableRule("temperature 35.0 or less", TEMPERATURE, upTo("35.0"), 3),
          new TableRule("temperature 35.1 to 36.0", TEMPERATURE, between("35.1", "36.0"), 1),
          new TableRule("temperature 36.1 to 38.0", TEMPERATURE, between("36.1", "38.0"), 0),
          new TableRule("temperature 38.1 to 39.0", TEMPERATURE, between("38.1", "39.0"), 1),
          new TableRule("temperature 39.1 or more", TEMPERATURE, from("39.1"), 2));

  private static final Map<Vital, List<TableRule>> BY_PARAMETER =
      RULES.stream().collect(Collectors.groupingBy(TableRule::parameter));

  private News2Table() {}

  static @Nullable TableRule ruleFor(Vital parameter, Reading reading) {
    for (TableRule rule : BY_PARAMETER.getOrDefault(parameter, List.of())) {
      if (rule.fits(reading)) {
        return rule;
      }
    }
    return null;
  }

  private static Condition upTo(String to) {
    return new Interval(null, new BigDecimal(to));
  }

  private static Condition between(String from, String to) {
    return new Interval(new BigDecimal(from), new BigDecimal(to));
  }

  private static Condition from(String from) {
    return new Interval(new BigDecimal(from), null);
  }

  private static Condition scale1(Condition condition) {
    return new OnScale(SCALE_1, condition);
  }

  private static Condition scale2(Condition condition) {
    return new OnScale(SCALE_2, condition);
  }

  private static Condition onOxygen(Condition condition) {
    return new Breathing(true, condition);
  }

  private static Condition onAir(Condition condition) {
    return new Breathing(false, condition);
  }

  private static Condition alert() {
    return new OneOf(EnumSet.of(Consciousness.ALERT));
  }

  private static Condition notAlert() {
    return new OneOf(EnumSet.complementOf(EnumSet.of(Consciousness.ALERT)));
  }
}
