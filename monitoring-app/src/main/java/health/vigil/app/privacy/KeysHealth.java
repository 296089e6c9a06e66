package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.KeysUnavailable;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down while keys are lost of patients whom this node met, or can not be looked for. */
@Wellness
@Singleton
class KeysHealth implements HealthCheck {
  private final SpoiltValues values;
  private final KeyTable table;

  KeysHealth(SpoiltValues values, KeyTable table) {
    this.values = values;
    this.table = table;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      values.withoutKey().stream().filter(this::isThere).forEach(values::found);
      int lost = values.withoutKey().size();
      return HealthCheckResponse.named("keys").withData("lost", lost).status(lost == 0).build();
    } catch (KeysUnavailable away) {
      return HealthCheckResponse.named("keys").withData("table", "is away").down().build();
    }
  }

  private boolean isThere(PatientId patient) {
    return table.find(patient.value()).isPresent();
  }
}
