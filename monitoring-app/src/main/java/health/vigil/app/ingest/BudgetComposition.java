package health.vigil.app.ingest;

import health.vigil.app.rules.ClinicalSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the devices of this node from the configuration. */
class BudgetComposition {
  @Produces
  @Singleton
  Devices devices(BudgetConfiguration configuration) {
    return new Devices(
        configuration.budget(), configuration.maxDevices(), configuration.rememberedMessages());
  }

  /** What decides which readings are recorded; how much this node takes on is no rule. */
  @Produces
  @Singleton
  ClinicalSettings told(BudgetConfiguration set) {
    String deadband = "vigil.ingest.deadband.";
    return book ->
        book.rule("vigil.ingest.window", set.window())
            .rule("vigil.ingest.grace", set.grace())
            .rule(deadband + "respiration-rate", set.deadbandOfRespirationRate())
            .rule(deadband + "oxygen-saturation", set.deadbandOfOxygenSaturation())
            .rule(deadband + "systolic-blood-pressure", set.deadbandOfSystolicBloodPressure())
            .rule(deadband + "diastolic-blood-pressure", set.deadbandOfDiastolicBloodPressure())
            .rule(deadband + "pulse", set.deadbandOfPulse())
            .rule(deadband + "temperature", set.deadbandOfTemperature());
  }
}
