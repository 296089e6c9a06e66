package health.vigil.app.log;

import health.vigil.store.PostgresLog;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while the writer of this node has no connection, and while it is not known what became of an
 * append. Not a reason to take a node out: what ails one node's writer mostly ails all of them, and
 * boards can still be read.
 */
@Wellness
@Singleton
class LogWellness implements HealthCheck {
  private final PostgresLog log;
  private final WriterState writer;

  LogWellness(PostgresLog log, WriterState writer) {
    this.log = log;
    this.writer = writer;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Duration> silence = writer.silence();
    boolean unsettled = writer.isUnsettled();
    return HealthCheckResponse.named("log")
        .status(silence.isEmpty() && !unsettled)
        .withData(
            "writer",
            silence
                .map(lasting -> "has had no connection for " + lasting.toSeconds() + " s")
                .orElse("has a connection"))
        .withData("outcomes", unsettled ? "some are unknown" : "all are known")
        .withData("waiting", log.waitingAppends())
        .build();
  }
}
