package health.vigil.app.ingest;

import health.vigil.monitoring.ObservationId;
import org.jspecify.annotations.Nullable;

/** What is to be done with a reading. */
sealed interface Decision {
  /**
   * It says nothing new.
   *
   * @param into the recorded set that stands for it
   * @param position of that set's append
   * @param again whether it had been merged before
   */
  record Merge(ObservationId into, long position, boolean again) implements Decision {}

  /**
   * It is recorded; what comes of it is to be told by {@link DeviceWindow#recorded} or {@link
   * DeviceWindow#failed}.
   *
   * @param carried what is recorded with it in short, null for nothing
   */
  record Keep(@Nullable Merging carried) implements Decision {}

  /**
   * It is late, or was recorded before: the log says what comes of it, and nothing else changes.
   */
  record AskTheLog() implements Decision {}

  /** Another reading was merged under its message id. */
  record Refuse() implements Decision {}

  /** The window was given up meanwhile: another is to be asked. */
  record AskAnother() implements Decision {}
}
