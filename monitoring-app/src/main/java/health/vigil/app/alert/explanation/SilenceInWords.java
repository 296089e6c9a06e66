package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.app.alert.explanation.SilenceStory.Expectation;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.overdue.NextObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why an observation was overdue, in sentences. */
record SilenceInWords(Words words) {

  List<Statement> why(SilenceStory story, AlertRaised raised) {
    Expectation expected = story.expectation();
    if (expected == null) {
      return List.of(
          Statement.of("The log does not tell what was due.", Source.RECORDED));
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(due(expected));
    Fact pause = story.pause();
    Instant paused = expected.paused();
    if (pause != null && paused != null && paused.isAfter(expected.next().due())) {
      statements.add(
          Statement.of(
              "The stay was paused until " + words.time(paused) + ", which put it off.",
              Source.ALERTS,
              pause));
    }
    statements.add(overdue(expected));
    if (raised.at().isAfter(expected.overdueAt())) {
      statements.add(
          Statement.of(
              "That it was due was known only at " + words.time(raised.at())
                  + ", when it was overdue already.",
              Source.ALERTS));
    }
    statements.add(urgency(raised));
    return statements;
  }

  private Statement due(Expectation expected) {
    CurrentStatus status = MonitoringStory.status(expected.decidedBy());
    String due = "the next was due at " + words.time(expected.next().due()) + ".";
    if (status == null || status.basis() == null) {
      return Statement.of(
          "No set was known since " + words.time(expected.last())
              + ", when the stay began: " + due.replace("the next", "the first"),
          Source.DUE,
          expected.decidedBy());
    }
    Score score = status.score();
    String scored = score == null ? "was not scored" : ScoreInWords.whole(score, null);
    return Statement.of(
        "The set measured at " + words.time(expected.last()) + " " + scored + "; " + due,
        Source.DUE,
        expected.decidedBy());
  }

  private Statement overdue(Expectation expected) {
    NextObservation next = expected.next();
    return Statement.of(
        "No set that would do had come by " + words.time(expected.overdueAt())
            + ", " + Words.duration(next.grace())
            + " later: overdue, as a tenth of the interval of "
            + Words.duration(next.interval())
            + ", and at least 5 min, had passed.",
        Source.ALERTS);
  }

  private static Statement urgency(AlertRaised raised) {
    Band last = raised.cause().level();
    return Statement.of(
        "After " + last + " an overdue observation is of " + Words.priority(raised.priority())
            + (last == Band.HIGH ? ", and of high priority an interval later." : "."),
        Source.ALERTS);
  }

  /** Null when nothing was recorded later that is of the time before it was overdue. */
  @Nullable KnownNow now(SilenceStory story, AlertRaised raised) {
    if (story.later().isEmpty()) {
      return null;
    }
    List<Statement> statements = new ArrayList<>();
    boolean inTime = false;
    for (Fact fact : story.later()) {
      statements.add(later(fact));
      inTime |= satisfied(fact, story, raised);
    }
    if (inTime) {
      statements.add(
          Statement.of(
              "Known now, a set was measured in time: the observation was not overdue, its record"
                  + " was.",
              Source.ALERTS));
    }
    return new KnownNow(inTime ? Boolean.FALSE : null, statements, null);
  }

  private Statement later(Fact fact) {
    String when = words.time(fact.recordedAt());
    if (fact.event() instanceof VitalSignsRecorded set) {
      return Statement.of(
          "Measured at " + words.time(set.measuredAt()) + " and recorded at " + when
              + ", after the alert: a set that "
              + ScoreInWords.whole(set.assessment().score(), set.assessment().notScored()) + ".",
          Source.RECORDED,
          fact);
    }
    return Statement.of(
        fact.event() instanceof ObservationRetracted
            ? "The set that the due time rested on was retracted at " + when + "."
            : "The set that the due time rested on was corrected at " + when + ".",
        Source.CORRECTIONS,
        fact);
  }

  /** Whether the set, had it been known, had put off what was due beyond the alert. */
  private static boolean satisfied(Fact fact, SilenceStory story, AlertRaised raised) {
    CurrentStatus status = MonitoringStory.status(fact);
    if (fact.event() instanceof ObservationRetracted
        || fact.event() instanceof ObservationCorrected
        || status == null
        || !Objects.equals(set(fact), status.basis())
        || status.measuredAt() == null
        || status.nextObservationDue() == null) {
      return false;
    }
    return NextObservation.after(status.measuredAt(), status.nextObservationDue())
        .overdueAt(story.pausedUntil())
        .isAfter(raised.at());
  }

  private static @Nullable ObservationId set(Fact fact) {
    return MonitoringStory.set(fact);
  }
}
