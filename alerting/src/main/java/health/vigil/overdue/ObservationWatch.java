package health.vigil.overdue;

import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertId;
import health.vigil.alert.EscalationDue;
import health.vigil.alert.Origin;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.deadline.DeadlineManager;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one stay's next observation, and the alert while it is overdue.
 *
 * <p>Whether the deadline or a later event comes first makes no difference: what fell due before an
 * event is done before it.
 */
final class ObservationWatch {
  static final String OVERDUE = "observation-overdue";

  private PatientId patientId;
  private StayId stayId;
  private BedId bed;
  private Instant since;
  private @Nullable NextObservation next;
  private @Nullable Instant pausedUntil;
  private @Nullable Instant overdueAt;
  private Band lastBand = Band.MEDIUM;

  /** What told {@link #overdueAt}; null in what was kept before it was kept. */
  private @Nullable Origin origin;

  private int episodes;
  private @Nullable OverdueAlert alert;
  private @Nullable Instant wakeAt;

  /** Never later than {@link #wakeAt}; null beside a deadline that was set to exactly that. */
  private @Nullable Instant deadlineAt;

  private @Nullable String deadline;

  /** For the serializer. */
  @SuppressWarnings("NullAway.Init")
  private ObservationWatch() {}

  /** Nothing is known of the patient yet, so nothing says that the patient is well: medium. */
  ObservationWatch(PatientId patientId, StayId stayId, BedId bed, Instant since) {
    this.patientId = patientId;
    this.stayId = stayId;
    this.bed = bed;
    this.since = since;
  }

  void expect(@Nullable Instant due, Instant at, Means means) {
    expect(since, due, at, means);
  }

  void follow(CurrentStatus status, Instant at, Means means) {
    catchUp(at, means);
    lastBand = lastBandOf(status);
    Instant measuredAt = status.measuredAt();
    expect(measuredAt == null ? since : measuredAt, status.nextObservationDue(), at, means);
  }

  void pause(Instant until, Instant at, Means means) {
    catchUp(at, means);
    pausedUntil = until;
    plan(at, means);
  }

  void move(BedId to, Instant at, Means means) {
    bed = to;
    if (alert != null) {
      alert.move(to, at, means);
    }
  }

  void stop(Instant at, Means means) {
    catchUp(at, means);
    settle(AlertEnd.STAY_ENDED, at, means);
    cancelDeadline(means);
  }

  void acknowledged(AlertId acknowledged, long revision, DeadlineManager deadlines) {
    if (alert != null && alert.id().equals(acknowledged)) {
      alert.escalation().acknowledged(revision, deadlines);
    }
  }

  /** What was put off since the deadline was set is slept for again. */
  void wake(ObservationOverdue overdue, Means means) {
    if (!overdue.at().equals(deadlineAt == null ? wakeAt : deadlineAt)) {
      return;
    }
    forgetDeadline();
    if (wakeAt != null && wakeAt.isAfter(overdue.at())) {
      sleepUntil(wakeAt, means);
    } else if (wakeAt != null) {
      act(wakeAt, means);
    }
  }

  void escalate(EscalationDue due, Means means) {
    if (alert != null && alert.id().equals(due.alertId())) {
      alert.escalation().tell(due, means.commands(), means.deadlines());
    }
  }

  private void expect(Instant last, @Nullable Instant due, Instant at, Means means) {
    // An incomplete set leaves what is due as it was, and so the interval.
    if (next == null || !next.due().equals(due)) {
      next = due == null ? null : NextObservation.after(last, due);
    }
    plan(at, means);
  }

  private void plan(Instant at, Means means) {
    Instant planned = next == null ? null : next.overdueAt(pausedUntil);
    if (Objects.equals(planned, overdueAt)) {
      return;
    }
    overdueAt = planned;
    boolean overdue = planned != null && !planned.isAfter(at);
    if (alert == null || !overdue) {
      origin = Origin.now();
      settle(AlertEnd.CLEARED, at, means);
      if (planned == null) {
        cancelDeadline(means);
      } else {
        sleepUntil(overdue ? at : planned, means);
      }
    }
  }

  private void catchUp(Instant at, Means means) {
    while (wakeAt != null && !wakeAt.isAfter(at)) {
      Instant due = wakeAt;
      wakeAt = null;
      cancelDeadline(means);
      act(due, means);
    }
  }

  /** Raises the alert; after HIGH, upgrades it an interval later. */
  private void act(Instant at, Means means) {
    wakeAt = null;
    if (alert != null) {
      alert.upgrade(bed, at, means, origin());
      return;
    }
    episodes++;
    alert = OverdueAlert.raise(patientId, stayId, bed, episodes, lastBand, at, means, origin());
    if (lastBand == Band.HIGH && next != null) {
      sleepUntil(at.plus(next.interval()), means);
    }
  }

  private void settle(AlertEnd reason, Instant at, Means means) {
    wakeAt = null;
    if (alert != null) {
      alert.clear(reason, at, means);
      alert = null;
    }
  }

  /**
   * A deadline that comes sooner stays: each set puts off when the next is due, and a deadline for
   * each would be two writes that hardly ever matter.
   */
  private void sleepUntil(Instant at, Means means) {
    if (deadlineAt == null || deadlineAt.isAfter(at)) {
      cancelDeadline(means);
      deadline =
          means.deadlines().schedule(at, OVERDUE, origin().deadline(new ObservationOverdue(at)));
      deadlineAt = at;
    }
    wakeAt = at;
  }

  private Origin origin() {
    return origin == null ? Origin.now() : origin;
  }

  private void cancelDeadline(Means means) {
    if (deadline != null) {
      means.deadlines().cancelSchedule(OVERDUE, deadline);
    }
    forgetDeadline();
  }

  private void forgetDeadline() {
    deadline = null;
    deadlineAt = null;
  }

  /** An incomplete set can make it more urgent, never less. */
  private Band lastBandOf(CurrentStatus status) {
    Score score = status.score();
    if (score == null) {
      return status.basis() == null ? Band.MEDIUM : Band.LOW;
    }
    if (score.band() != null) {
      return score.band();
    }
    Band atLeast = score.atLeast();
    return atLeast != null && atLeast.compareTo(lastBand) > 0 ? atLeast : lastBand;
  }
}
