package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was measured, as the API shows it; what was not is absent. */
@Schema(name = "VitalSigns")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VitalSignsAnswer(
    @Nullable BigDecimal respirationRate,
    @Nullable BigDecimal oxygenSaturation,
    @Nullable Boolean supplementalOxygen,
    @Nullable String oxygenDevice,
    @Nullable BigDecimal oxygenFlow,
    @Nullable BigDecimal systolicBloodPressure,
    @Nullable BigDecimal diastolicBloodPressure,
    @Nullable BigDecimal pulse,
    @Nullable Consciousness consciousness,
    @Nullable BigDecimal temperature,
    @Nullable Map<String, NotMeasuredReason> notMeasured) {
  public static VitalSignsAnswer of(VitalSigns values) {
    return new VitalSignsAnswer(
        value(values.respirationRate(), v -> v.value()),
        value(values.oxygenSaturation(), v -> v.value()),
        values.supplementalOxygen(),
        values.oxygenDevice(),
        value(values.oxygenFlow(), v -> v.value()),
        value(values.systolicBloodPressure(), v -> v.value()),
        value(values.diastolicBloodPressure(), v -> v.value()),
        value(values.pulse(), v -> v.value()),
        values.consciousness(),
        value(values.temperature(), v -> v.value()),
        notMeasured(values));
  }

  private static <V> @Nullable BigDecimal value(
      @Nullable V measured, Function<V, BigDecimal> value) {
    return measured == null ? null : value.apply(measured);
  }

  private static @Nullable Map<String, NotMeasuredReason> notMeasured(VitalSigns values) {
    Map<String, NotMeasuredReason> named = new LinkedHashMap<>();
    for (Vital vital : Vital.values()) {
      NotMeasuredReason reason = values.notMeasured().get(vital);
      if (reason != null) {
        named.put(vital.fieldName(), reason);
      }
    }
    return named.isEmpty() ? null : named;
  }
}
