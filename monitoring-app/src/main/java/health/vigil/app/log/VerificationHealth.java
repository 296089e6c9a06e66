package health.vigil.app.log;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down when something in the log was changed, or it could not be looked at. */
@Wellness
@Singleton
class VerificationHealth implements HealthCheck {
  private final RegularVerification verification;

  VerificationHealth(RegularVerification verification) {
    this.verification = verification;
  }

  @Override
  public HealthCheckResponse call() {
    VerificationState state = verification.state();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("log verification");
    response.withData("verified", state.at().map(Object::toString).orElse("not yet"));
    state.at().ifPresent(done -> response.withData("position", state.position()));
    state.trouble().ifPresent(sentence -> response.withData("trouble", sentence));
    return response.status(state.trouble().isEmpty()).build();
  }
}
