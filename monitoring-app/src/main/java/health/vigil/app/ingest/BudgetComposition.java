package health.vigil.app.ingest;

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
}
