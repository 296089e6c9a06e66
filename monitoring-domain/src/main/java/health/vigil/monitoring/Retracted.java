package health.vigil.monitoring;

import health.vigil.refusal.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** The sets retracted last, never more than {@link #MOST}; of older ones the log knows. */
record Retracted(List<ObservationId> latest) {
  static final int MOST = 12;
  static final Retracted NONE = new Retracted(List.of());

  Retracted {
    latest = List.copyOf(latest);
  }

  Retracted with(ObservationId id) {
    return new Retracted(Stream.concat(Stream.of(id), latest.stream()).limit(MOST).toList());
  }

  /**
   * @throws Refusal as a conflict {@code already-retracted}
   */
  void refuse(ObservationId id) {
    if (latest.contains(id)) {
      throw alreadyRetracted();
    }
  }

  static Refusal alreadyRetracted() {
    return Refusal.conflict("already-retracted", "The observation is retracted already.");
  }
}
