package health.vigil.app.access;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while accesses can not be noted, and for a minute after some were lost. Nothing but what
 * shows alerts to those who care for patients is shown then.
 */
@Wellness
@Singleton
class AccessHealth implements HealthCheck {
  private final Accesses accesses;

  AccessHealth(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("access log").status(accesses.isWell()).build();
  }
}
