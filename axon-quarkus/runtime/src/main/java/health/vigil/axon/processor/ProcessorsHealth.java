package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.deadletter.Cause;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down when a processor has stopped, is in error, is behind the log for too long, or has parked
 * events; each such processor is named with what is wrong. Among the wellness checks, not the
 * readiness ones: a slow read model must not take every node out of service at once.
 */
@Wellness
@Singleton
class ProcessorsHealth implements HealthCheck {

  private final AxonConfig config;
  private final Processors processors;
  private final ProcessorPositions positions;
  private final LagSampler lag;
  private final DeadLetters letters;

  ProcessorsHealth(
      AxonConfig config,
      Processors processors,
      ProcessorPositions positions,
      LagSampler lag,
      DeadLetters letters) {
    this.config = config;
    this.processors = processors;
    this.positions = positions;
    this.lag = lag;
    this.letters = letters;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("processors").up();
    for (RunningProcessor processor : processors.all()) {
      Optional<String> trouble = trouble(processor);
      response.withData(processor.name(), trouble.orElse("ok"));
      if (trouble.isPresent()) {
        response.down();
      }
    }
    return response.build();
  }

  private Optional<String> trouble(RunningProcessor processor) {
    try {
      return standstill(processor.processor())
          .or(() -> late(processor.name()))
          .or(() -> parked(processor.name()));
    } catch (RuntimeException e) {
      return Optional.of("can not be checked: " + e.getClass().getSimpleName());
    }
  }

  private static Optional<String> standstill(TrackingEventProcessor processor) {
    if (!processor.isRunning()) {
      return Optional.of("has stopped");
    }
    return processor.processingStatus().values().stream()
        .filter(EventTrackerStatus::isErrorState)
        .findFirst()
        .map(status -> "is in error: " + typeOf(status.getError()));
  }

  private static String typeOf(Throwable error) {
    String type = error instanceof Cause told ? told.type() : error.getClass().getName();
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private Optional<String> late(String processor) {
    Duration behind = lag.behindFor(positions.of(processor));
    return behind.compareTo(config.health().maxLag()) > 0
        ? Optional.of("is behind for " + behind.toSeconds() + " s")
        : Optional.empty();
  }

  private Optional<String> parked(String processor) {
    long parked = letters.count(processor);
    return parked > 0 ? Optional.of("has parked " + parked + " events") : Optional.empty();
  }
}
