package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.AxonConfig.Processor;
import health.vigil.axon.AxonConfig.StartAt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** What the configuration says about one processor. */
record ProcessorSettings(
    int batchSize,
    Duration linger,
    int segments,
    int attempts,
    Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> startAt) {
  private static final int MANY = 100;

  static ProcessorSettings of(String name, boolean sagas, AxonConfig config) {
    Optional<Processor> own = Optional.ofNullable(config.processors().get(name));
    int standard = sagas ? config.sagas().batchSize() : config.projections().batchSize();
    Duration lingering = sagas ? config.sagas().linger() : config.projections().linger();
    StartAt startAt = own.map(Processor::startAt).orElse(StartAt.TAIL);
    if (sagas && startAt == StartAt.HEAD) {
      throw new IllegalStateException(
          "vigil.axon.processors.\""
              + name
              + "\".start-at is HEAD: a saga that starts at the head of the log misses what"
              + " happened before");
    }
    return new ProcessorSettings(
        own.flatMap(p -> p.batchSize().stream().boxed().findFirst()).orElse(standard),
        own.flatMap(Processor::linger).orElse(lingering),
        own.map(Processor::segments).orElse(1),
        own.map(Processor::attempts).orElse(3),
        startAt == StartAt.HEAD
            ? StreamableMessageSource::createHeadToken
            : StreamableMessageSource::createTailToken);
  }

  /** Waiting for more than so many events would save no more. */
  GatheringStream.Pace pace() {
    return new GatheringStream.Pace(linger, Math.min(batchSize, MANY));
  }
}
