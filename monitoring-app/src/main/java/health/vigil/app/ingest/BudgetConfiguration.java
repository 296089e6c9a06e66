package health.vigil.app.ingest;

import health.vigil.monitoring.budget.Deadbands;
import health.vigil.monitoring.budget.IngestBudget;
import health.vigil.monitoring.vitals.Vital;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What is recorded of continuous devices. */
@ConfigMapping(prefix = "vigil.ingest")
interface BudgetConfiguration {
  /** For how long a recorded reading stands for those that say the same; 0 for not at all. */
  @WithDefault("60s")
  Duration window();

  /** How long after its window a merged reading is recorded when no other has come. */
  @WithDefault("15s")
  Duration grace();

  /** How old this node's knowledge of the log may be before every reading is recorded. */
  @WithDefault("2s")
  Duration maxStaleness();

  /** Devices whose readings are merged at once; those of others are all recorded. */
  @WithDefault("10000")
  @Min(0)
  int maxDevices();

  /** Merged messages of a device that are known when they come again. */
  @WithDefault("150")
  @Min(1)
  int rememberedMessages();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.respiration-rate")
  @WithDefault("2")
  BigDecimal deadbandOfRespirationRate();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.oxygen-saturation")
  @WithDefault("2")
  BigDecimal deadbandOfOxygenSaturation();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.systolic-blood-pressure")
  @WithDefault("10")
  BigDecimal deadbandOfSystolicBloodPressure();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.diastolic-blood-pressure")
  @WithDefault("10")
  BigDecimal deadbandOfDiastolicBloodPressure();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.pulse")
  @WithDefault("10")
  BigDecimal deadbandOfPulse();

  /** By how much it may differ and say nothing new. */
  @WithName("deadband.temperature")
  @WithDefault("0.3")
  BigDecimal deadbandOfTemperature();

  default IngestBudget budget() {
    return new IngestBudget(
        window(),
        new Deadbands(
            Map.of(
                Vital.RESPIRATION_RATE, deadbandOfRespirationRate(),
                Vital.OXYGEN_SATURATION, deadbandOfOxygenSaturation(),
                Vital.SYSTOLIC_BLOOD_PRESSURE, deadbandOfSystolicBloodPressure(),
                Vital.DIASTOLIC_BLOOD_PRESSURE, deadbandOfDiastolicBloodPressure(),
                Vital.PULSE, deadbandOfPulse(),
                Vital.TEMPERATURE, deadbandOfTemperature())));
  }
}
