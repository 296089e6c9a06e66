package health.vigil.app.stream;

import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log as streams need it.
 *
 * @param ward that it concerns, null when it concerns none
 */
record LogEntry(Frame frame, @Nullable WardId ward) {
  long position() {
    return frame.position();
  }
}
