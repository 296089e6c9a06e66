package health.vigil.axon.processor;

import health.vigil.axon.serialization.LogicalType;
import java.util.Collection;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Opens the log for a processor that has no handlers for some of the events. */
@FunctionalInterface
public interface FilteredLog {

  /**
   * The log after a token, from its beginning when there is none. Events of the unwanted types may
   * be left out, but not so that the reader's token stays behind the head of the log; nothing else
   * is, least of all what is unknown.
   */
  BlockingStream<TrackedEventMessage<?>> open(
      @Nullable TrackingToken token, Collection<LogicalType> unwanted);
}
