package health.vigil.axon.processor;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as one processor reads it.
 *
 * @param stored where the log is read that exists already
 * @param source where it is followed
 */
record CarefulSource(
    String processor,
    EventStorageEngine stored,
    StreamableMessageSource<TrackedEventMessage<?>> source,
    HandledTypes handled,
    Careful careful,
    GatheringStream.Pace pace)
    implements StreamableMessageSource<TrackedEventMessage<?>> {

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    History history = new History(() -> stored.readEvents(token, false), handled::decode);
    return new CarefulStream(
        new FollowingStream(token, history.begin(processor), this::follow), careful);
  }

  private BlockingStream<TrackedEventMessage<?>> follow(@Nullable TrackingToken token) {
    return new GatheringStream(
        source.openStream(token), pace, careful::isActive, GatheringStream.Clock.SYSTEM);
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
