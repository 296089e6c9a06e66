package health.vigil.axon.processor;

import health.vigil.axon.serialization.LogicalType;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as one processor reads it.
 *
 * @param source where tokens are made
 * @param unwanted types that the processor has no handlers for
 */
record CarefulSource(
    FilteredLog log,
    StreamableMessageSource<TrackedEventMessage<?>> source,
    List<LogicalType> unwanted,
    Careful careful,
    GatheringStream.Pace pace)
    implements StreamableMessageSource<TrackedEventMessage<?>> {

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new CarefulStream(
        new GatheringStream(
            log.open(token, unwanted), pace, careful::isActive, GatheringStream.Clock.SYSTEM),
        careful);
  }

  @Override
  public TrackingToken createTailToken() {
    return source.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return source.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return source.createTokenAt(dateTime);
  }
}
