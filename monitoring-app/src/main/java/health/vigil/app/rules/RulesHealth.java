package health.vigil.app.rules;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while this node judges by other rules than were recorded since it was started. */
@Wellness
@Singleton
class RulesHealth implements HealthCheck {
  private final Rules rules;

  RulesHealth(Rules rules) {
    this.rules = rules;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("clinical rules");
    try {
      List<String> differing = rules.differing();
      if (!differing.isEmpty()) {
        response.withData("differing", String.join(", ", differing));
      }
      return response.status(differing.isEmpty()).build();
    } catch (RuntimeException unreadable) {
      return response.down().withData("trouble", "The log can not be read.").build();
    }
  }
}
