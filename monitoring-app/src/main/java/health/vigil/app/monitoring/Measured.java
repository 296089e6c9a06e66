package health.vigil.app.monitoring;

import health.vigil.app.json.Decimals;
import health.vigil.app.problem.Fields;
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
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The measured fields of a request, before they are known to be acceptable. */
interface Measured {
  @Nullable BigDecimal respirationRate();

  @Nullable BigDecimal oxygenSaturation();

  @Nullable Boolean supplementalOxygen();

  @Nullable String oxygenDevice();

  @Nullable BigDecimal oxygenFlow();

  @Nullable BigDecimal systolicBloodPressure();

  @Nullable BigDecimal diastolicBloodPressure();

  @Nullable BigDecimal pulse();

  @Nullable Consciousness consciousness();

  @Nullable BigDecimal temperature();

  @Nullable Map<String, NotMeasuredReason> notMeasured();

  /** The set; what is not acceptable is added to the errors. */
  default VitalSigns vitalSigns(Fields fields) {
    return new VitalSigns(
        number(fields, "respirationRate", respirationRate(), RespirationRate::new),
        number(fields, "oxygenSaturation", oxygenSaturation(), OxygenSaturation::new),
        supplementalOxygen(),
        fields.optionalText("oxygenDevice", oxygenDevice(), 40),
        number(fields, "oxygenFlow", oxygenFlow(), OxygenFlow::new),
        number(
            fields, "systolicBloodPressure", systolicBloodPressure(), SystolicBloodPressure::new),
        number(
            fields,
            "diastolicBloodPressure",
            diastolicBloodPressure(),
            DiastolicBloodPressure::new),
        number(fields, "pulse", pulse(), Pulse::new),
        consciousness(),
        number(fields, "temperature", temperature(), Temperature::new),
        reasons(fields));
  }

  private static <V> @Nullable V number(
      Fields fields, String field, @Nullable BigDecimal value, Function<BigDecimal, V> quantity) {
    boolean sized = value == null || Decimals.isSensible(value);
    fields.check(field, sized, Decimals.ACCEPTED);
    return sized ? fields.convert(field, value, quantity) : null;
  }

  private Map<Vital, NotMeasuredReason> reasons(Fields fields) {
    Map<Vital, NotMeasuredReason> reasons = new EnumMap<>(Vital.class);
    Map<String, NotMeasuredReason> named = notMeasured();
    if (named != null) {
      named.forEach((field, reason) -> Vitals.put(fields, "notMeasured", field, reason, reasons));
    }
    return reasons;
  }
}
