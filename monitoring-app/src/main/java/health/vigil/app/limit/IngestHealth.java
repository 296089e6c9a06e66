package health.vigil.app.limit;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down while readings are refused, and for a moment longer. Not a reason to take a node out. */
@Wellness
@Singleton
class IngestHealth implements HealthCheck {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final IngestGate gate;
  private final IngestAnswers answers;

  IngestHealth(IngestGate gate, IngestAnswers answers) {
    this.gate = gate;
    this.answers = answers;
  }

  @Override
  public HealthCheckResponse call() {
    boolean refuses = answers.sinceRefusal().compareTo(REMEMBERED) < 0;
    return HealthCheckResponse.named("ingest")
        .status(!refuses)
        .withData("readings", refuses ? "some are refused" : "all are taken")
        .withData("alerting", gate.isWide() ? "keeps up" : "is behind, so fewer are taken")
        .build();
  }
}
