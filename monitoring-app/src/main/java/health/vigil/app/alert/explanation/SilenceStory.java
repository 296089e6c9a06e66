package health.vigil.app.alert.explanation;

import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.ObservationId;
import health.vigil.overdue.NextObservation;
import health.vigil.stay.StayEvent.StayPaused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a stay's next observation when it was overdue.
 *
 * @param unseen that told what is due before the alert was raised, but not to who raised it, the
 *     newest first
 * @param known that told what is due before these, the newest first
 * @param pause the last before it was overdue, null for none
 * @param lateSets that were measured before it was overdue, recorded after the alert, and are valid
 * @param changes since then of the set that what was due rested on, oldest first
 */
record SilenceStory(
    List<Fact> unseen,
    List<Fact> known,
    @Nullable Fact pause,
    List<KnownSet> lateSets,
    List<Fact> changes) {

  /**
   * When the next observation was due, and since when.
   *
   * @param decidedBy the event that told so first
   */
  record Expectation(NextObservation next, Instant last, Fact decidedBy, @Nullable Instant paused) {
    Instant overdueAt() {
      return next.overdueAt(paused);
    }

    /** Whether the set is whole and was measured while this was to come. */
    boolean awaits(KnownSet set) {
      return set.isWhole()
          && set.measuredAt().isAfter(last)
          && !set.measuredAt().isAfter(overdueAt());
    }
  }

  /**
   * A deadline may fire while who set it is behind the log: what tells that the observation was
   * overdue only after the alert, even with no pause, did not lead to it.
   *
   * @param told what told what is due before the alert, the newest first
   * @return how many of the newest these are
   */
  static int unseen(List<Fact> told, Instant raisedAt) {
    for (int i = 0; i < told.size(); i++) {
      Expectation expected = expectation(told.subList(i, told.size()), null);
      if (expected == null || !expected.overdueAt().isAfter(raisedAt)) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Whether by that pause the observation was overdue only after the alert: then another was in
   * force.
   */
  static boolean isUnseen(Fact pause, List<Fact> known, Instant raisedAt) {
    Expectation expected = expectation(known, ((StayPaused) pause.event()).until());
    return expected != null && expected.overdueAt().isAfter(raisedAt);
  }

  /** Null when nothing was due by what the log tells. */
  @Nullable Expectation expectation() {
    return expectation(known, pausedUntil());
  }

  private static @Nullable Expectation expectation(List<Fact> known, @Nullable Instant paused) {
    Instant due = known.isEmpty() ? null : due(known.get(0));
    if (due == null) {
      return null;
    }
    // Part of a set leaves what is due as it was, and so the interval.
    Fact first = known.get(0);
    for (Fact fact : known) {
      if (!due.equals(due(fact))) {
        break;
      }
      first = fact;
    }
    Instant last = last(first, known);
    return new Expectation(NextObservation.after(last, due), last, first, paused);
  }

  @Nullable Instant pausedUntil() {
    return pause == null ? null : ((StayPaused) pause.event()).until();
  }

  /** The set that a status rests on. */
  static @Nullable ObservationId basis(Fact fact) {
    CurrentStatus status = MonitoringStory.status(fact);
    return status == null ? null : status.basis();
  }

  private static @Nullable Instant due(Fact fact) {
    if (fact.event() instanceof MonitoringStarted started) {
      return started.nextObservationDue();
    }
    CurrentStatus status = MonitoringStory.status(fact);
    return status == null ? null : status.nextObservationDue();
  }

  /** When the last set was measured, else when the stay began. */
  private static Instant last(Fact fact, List<Fact> known) {
    CurrentStatus status = MonitoringStory.status(fact);
    if (status != null && status.measuredAt() != null) {
      return status.measuredAt();
    }
    return known.stream()
        .map(Fact::event)
        .filter(MonitoringStarted.class::isInstance)
        .map(event -> ((MonitoringStarted) event).since())
        .findFirst()
        .orElseGet(() -> ((MonitoringEvent) Objects.requireNonNull(fact.event())).at());
  }
}
