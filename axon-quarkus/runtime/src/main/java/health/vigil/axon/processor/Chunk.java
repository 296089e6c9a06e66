package health.vigil.axon.processor;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Some events of the log.
 *
 * @param last whether the log held no more when it was read
 * @param failure why no more could be read, else null
 */
record Chunk(
    List<TrackedEventMessage<?>> events, boolean last, @Nullable RuntimeException failure) {

  static Chunk failed(Throwable failure) {
    return new Chunk(
        List.of(),
        false,
        failure instanceof RuntimeException unchecked
            ? unchecked
            : new IllegalStateException("The log could not be read ahead", failure));
  }
}
