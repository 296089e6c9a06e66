package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.refusal.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured together. Null is missing; zero is a value.
 *
 * @param supplementalOxygen true on oxygen, false on air; false with a flow is refused
 * @param oxygenDevice how oxygen is given, a code of the ward such as "NASAL_CANNULA", at most 40
 *     characters
 * @param notMeasured why a missing vital sign is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VitalSigns(
    @Nullable RespirationRate respirationRate,
    @Nullable OxygenSaturation oxygenSaturation,
    @Nullable Boolean supplementalOxygen,
    @Nullable String oxygenDevice,
    @Nullable OxygenFlow oxygenFlow,
    @Nullable SystolicBloodPressure systolicBloodPressure,
    @Nullable DiastolicBloodPressure diastolicBloodPressure,
    @Nullable Pulse pulse,
    @Nullable Consciousness consciousness,
    @Nullable Temperature temperature,
    Map<Vital, NotMeasuredReason> notMeasured) {
  private static final int LONGEST_DEVICE = 40;

  public VitalSigns {
    notMeasured = InEnumOrder.copyOf(Vital.class, notMeasured);
    if (oxygenDevice != null && oxygenDevice.length() > LONGEST_DEVICE) {
      throw Refusal.invalid("oxygenDevice", "accepted are at most 40 characters");
    }
    if (Boolean.FALSE.equals(supplementalOxygen) && flows(oxygenFlow)) {
      throw Refusal.invalid(
          "supplementalOxygen", "accepted is true, or no value, where oxygenFlow is above 0");
    }
  }

  /**
   * Whether the patient breathes oxygen: as stated, else as the flow tells (above 0 is oxygen, 0 is
   * air), else null for unknown.
   */
  public @Nullable Boolean onOxygen() {
    if (supplementalOxygen != null || oxygenFlow == null) {
      return supplementalOxygen;
    }
    return flows(oxygenFlow);
  }

  /** The value of a numeric vital sign, null when it is missing or not numeric. */
  public @Nullable BigDecimal number(Vital vital) {
    return switch (vital) {
      case RESPIRATION_RATE -> respirationRate == null ? null : respirationRate.value();
      case OXYGEN_SATURATION -> oxygenSaturation == null ? null : oxygenSaturation.value();
      case SYSTOLIC_BLOOD_PRESSURE ->
          systolicBloodPressure == null ? null : systolicBloodPressure.value();
      case DIASTOLIC_BLOOD_PRESSURE ->
          diastolicBloodPressure == null ? null : diastolicBloodPressure.value();
      case PULSE -> pulse == null ? null : pulse.value();
      case TEMPERATURE -> temperature == null ? null : temperature.value();
      case SUPPLEMENTAL_OXYGEN, CONSCIOUSNESS -> null;
    };
  }

  private static boolean flows(@Nullable OxygenFlow flow) {
    return flow != null && flow.value().signum() > 0;
  }
}
