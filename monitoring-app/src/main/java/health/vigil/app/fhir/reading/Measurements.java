package health.vigil.app.fhir.reading;

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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found so far, on the way to a set of vital signs. */
final class Measurements {
  private static final String OXYGEN_FLOW = "oxygenFlow";

  private final Map<Vital, BigDecimal> numbers = new EnumMap<>(Vital.class);
  private final Map<Vital, NotMeasuredReason> reasons = new EnumMap<>(Vital.class);
  private final Map<String, String> expressions = new HashMap<>();
  private @Nullable Boolean supplementalOxygen;
  private @Nullable OxygenFlow oxygenFlow;
  private @Nullable Consciousness consciousness;

  /** Of a numeric vital sign, within its limits. */
  void number(Vital vital, BigDecimal value, String expression) {
    numbers.put(vital, value);
    expressions.put(vital.fieldName(), expression);
  }

  void consciousness(Consciousness level, String expression) {
    consciousness = level;
    expressions.put(Vital.CONSCIOUSNESS.fieldName(), expression);
  }

  void flow(OxygenFlow flow, String expression) {
    oxygenFlow = flow;
    expressions.put(OXYGEN_FLOW, expression);
  }

  void onOxygen(String expression) {
    supplementalOxygen = true;
    expressions.put(Vital.SUPPLEMENTAL_OXYGEN.fieldName(), expression);
  }

  void notMeasured(Vital vital, NotMeasuredReason reason, String expression) {
    reasons.put(vital, reason);
    expressions.put(vital.fieldName(), expression);
  }

  /** Where a field that is none of these comes from. */
  void expression(String field, String expression) {
    expressions.put(field, expression);
  }

  /** Oxygen is said to be given, and not to flow. */
  boolean contradictsItselfOnOxygen() {
    return Boolean.TRUE.equals(supplementalOxygen)
        && oxygenFlow != null
        && oxygenFlow.value().signum() == 0;
  }

  VitalSigns vitalSigns() {
    return new VitalSigns(
        number(Vital.RESPIRATION_RATE, RespirationRate::new),
        number(Vital.OXYGEN_SATURATION, OxygenSaturation::new),
        supplementalOxygen,
        null,
        oxygenFlow,
        number(Vital.SYSTOLIC_BLOOD_PRESSURE, SystolicBloodPressure::new),
        number(Vital.DIASTOLIC_BLOOD_PRESSURE, DiastolicBloodPressure::new),
        number(Vital.PULSE, Pulse::new),
        consciousness,
        number(Vital.TEMPERATURE, Temperature::new),
        reasons);
  }

  /** What there is a value or a reason for. */
  Set<Vital> vitals() {
    Set<Vital> vitals = EnumSet.noneOf(Vital.class);
    vitals.addAll(numbers.keySet());
    vitals.addAll(reasons.keySet());
    if (consciousness != null) {
      vitals.add(Vital.CONSCIOUSNESS);
    }
    if (oxygenFlow != null || supplementalOxygen != null) {
      vitals.add(Vital.SUPPLEMENTAL_OXYGEN);
    }
    return vitals;
  }

  Map<String, String> expressions() {
    return expressions;
  }

  private <V> @Nullable V number(Vital vital, Function<BigDecimal, V> quantity) {
    BigDecimal value = numbers.get(vital);
    return value == null ? null : quantity.apply(value);
  }
}
