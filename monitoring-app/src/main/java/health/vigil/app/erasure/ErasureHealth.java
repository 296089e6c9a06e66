package health.vigil.app.erasure;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while a part of an erasure can not be done on this node, or the ledger does not hold. */
@Wellness
@Singleton
class ErasureHealth implements HealthCheck {
  private final ErasureTroubles troubles;

  ErasureHealth(ErasureTroubles troubles) {
    this.troubles = troubles;
  }

  @Override
  public HealthCheckResponse call() {
    Collection<String> sentences = troubles.sentences();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("erasures");
    if (!sentences.isEmpty()) {
      response.withData("trouble", String.join(" ", sentences));
    }
    return response.status(sentences.isEmpty()).build();
  }
}
