package health.vigil.axon.processor;

import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Reads how far processors have come, also those that run on other nodes. */
@FunctionalInterface
public interface StoredPositions {

  /**
   * The position of each segment of the processor, read without claiming it; -1 where the segment
   * has handled nothing yet. Empty when no node has ever started the processor.
   */
  Map<Integer, Long> of(String processor);

  /** The log position that a token stands for, or -1 before the first event. */
  static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
