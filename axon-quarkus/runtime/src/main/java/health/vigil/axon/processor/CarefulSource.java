package health.vigil.axon.processor;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The log as one processor reads it. */
record CarefulSource(StreamableMessageSource<TrackedEventMessage<?>> source, Careful careful)
    implements StreamableMessageSource<TrackedEventMessage<?>> {

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new CarefulStream(source.openStream(token), careful);
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
