package health.vigil.app.log;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down when the log does not hold together, or can not be signed. */
@Wellness
@Singleton
class CheckpointHealth implements HealthCheck {
  private final Checkpoints checkpoints;

  CheckpointHealth(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("log checkpoints");
    if (!checkpoints.areSigned()) {
      return response.up().withData("signed", "none").build();
    }
    CheckpointState state = checkpoints.state();
    state.last().ifPresent(last -> response.withData("position", last.position()));
    state.trouble().ifPresent(sentence -> response.withData("trouble", sentence));
    return response.status(state.trouble().isEmpty()).build();
  }
}
