package health.vigil.app.security;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A node that knows nobody gets no requests. Down until the identity provider has answered once,
 * and never again because of it: what goes away later takes no node out of service, nor all of them
 * at once.
 */
@Readiness
@Singleton
class ProviderHealth implements HealthCheck {
  private final ProviderKeys keys;

  ProviderHealth(ProviderKeys keys) {
    this.keys = keys;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("identity provider").status(keys.areKnown()).build();
  }
}
