package health.vigil.monitoring.vitals;

import static java.util.function.Predicate.not;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several messages contribute to one set; oxygen is one vital, with its device and flow. */
public final class Shares {
  private static final VitalSigns NOTHING =
      new VitalSigns(null, null, null, null, null, null, null, null, null, null, Map.of());

  private Shares() {}

  /** No value, and no reason why there is none. */
  public static VitalSigns nothing() {
    return NOTHING;
  }

  /** What has a value. */
  public static Set<Vital> measured(VitalSigns values) {
    EnumSet<Vital> measured = EnumSet.noneOf(Vital.class);
    Stream.of(Vital.values()).filter(vital -> isMeasured(vital, values)).forEach(measured::add);
    return measured;
  }

  /** What has a value, or a reason why it has none. */
  public static Set<Vital> told(VitalSigns values) {
    Set<Vital> told = measured(values);
    told.addAll(values.notMeasured().keySet());
    return told;
  }

  /**
   * What both measured, so that they can not be of one set. Two messages may tell of oxygen where
   * neither contradicts the other, such as one of the flow and one of the device.
   */
  public static Set<Vital> overlap(VitalSigns one, VitalSigns other) {
    Set<Vital> both = measured(one);
    both.retainAll(measured(other));
    if (!clash(one.supplementalOxygen(), other.supplementalOxygen())
        && !clash(one.oxygenDevice(), other.oxygenDevice())
        && !clash(one.oxygenFlow(), other.oxygenFlow())
        && !clash(one.onOxygen(), other.onOxygen())) {
      both.remove(Vital.SUPPLEMENTAL_OXYGEN);
    }
    return both;
  }

  /** Where both measured, and not the same. */
  public static Set<Vital> contradictions(VitalSigns one, VitalSigns other) {
    Set<Vital> both = overlap(one, other);
    both.removeIf(vital -> isSame(vital, one, other));
    return both;
  }

  /**
   * Both together; a value wins over a reason why there is none, and {@code more} over {@code
   * values}.
   */
  public static VitalSigns join(VitalSigns values, VitalSigns more) {
    VitalSigns rest = without(values, overlap(values, more));
    return new VitalSigns(
        first(more.respirationRate(), rest.respirationRate()),
        first(more.oxygenSaturation(), rest.oxygenSaturation()),
        first(more.supplementalOxygen(), rest.supplementalOxygen()),
        first(more.oxygenDevice(), rest.oxygenDevice()),
        first(more.oxygenFlow(), rest.oxygenFlow()),
        first(more.systolicBloodPressure(), rest.systolicBloodPressure()),
        first(more.diastolicBloodPressure(), rest.diastolicBloodPressure()),
        first(more.pulse(), rest.pulse()),
        first(more.consciousness(), rest.consciousness()),
        first(more.temperature(), rest.temperature()),
        reasons(rest, more));
  }

  /** What is left without these. */
  public static VitalSigns without(VitalSigns values, Set<Vital> vitals) {
    boolean oxygen = !vitals.contains(Vital.SUPPLEMENTAL_OXYGEN);
    return new VitalSigns(
        unless(vitals, Vital.RESPIRATION_RATE, values.respirationRate()),
        unless(vitals, Vital.OXYGEN_SATURATION, values.oxygenSaturation()),
        oxygen ? values.supplementalOxygen() : null,
        oxygen ? values.oxygenDevice() : null,
        oxygen ? values.oxygenFlow() : null,
        unless(vitals, Vital.SYSTOLIC_BLOOD_PRESSURE, values.systolicBloodPressure()),
        unless(vitals, Vital.DIASTOLIC_BLOOD_PRESSURE, values.diastolicBloodPressure()),
        unless(vitals, Vital.PULSE, values.pulse()),
        unless(vitals, Vital.CONSCIOUSNESS, values.consciousness()),
        unless(vitals, Vital.TEMPERATURE, values.temperature()),
        values.notMeasured().entrySet().stream()
            .filter(not(entry -> vitals.contains(entry.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static boolean isMeasured(Vital vital, VitalSigns values) {
    return switch (vital) {
      case SUPPLEMENTAL_OXYGEN ->
          values.supplementalOxygen() != null
              || values.oxygenFlow() != null
              || values.oxygenDevice() != null;
      case CONSCIOUSNESS -> values.consciousness() != null;
      default -> values.number(vital) != null;
    };
  }

  private static boolean isSame(Vital vital, VitalSigns one, VitalSigns other) {
    if (vital == Vital.CONSCIOUSNESS) {
      return one.consciousness() == other.consciousness();
    }
    BigDecimal number = one.number(vital);
    BigDecimal another = other.number(vital);
    return number != null && another != null && number.compareTo(another) == 0;
  }

  private static Map<Vital, NotMeasuredReason> reasons(VitalSigns rest, VitalSigns more) {
    Map<Vital, NotMeasuredReason> reasons = new EnumMap<>(Vital.class);
    reasons.putAll(rest.notMeasured());
    reasons.putAll(more.notMeasured());
    reasons.keySet().removeAll(measured(rest));
    reasons.keySet().removeAll(measured(more));
    return reasons;
  }

  private static boolean clash(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && !one.equals(other);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private static <T> @Nullable T unless(Set<Vital> vitals, Vital vital, @Nullable T value) {
    return vitals.contains(vital) ? null : value;
  }
}
