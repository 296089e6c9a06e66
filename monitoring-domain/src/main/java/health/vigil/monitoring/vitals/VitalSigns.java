package health.vigil.monitoring.vitals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured together. Null is missing; zero is a value.
 *
 * @param supplementalOxygen true on oxygen, false on air
 * @param oxygenDevice how oxygen is given, a short code of the ward such as "NASAL_CANNULA"
 * @param notMeasured why a missing vital sign is missing
 */
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
  public VitalSigns {
    notMeasured = Map.copyOf(notMeasured);
  }
}
