package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.app.alert.explanation.SilenceStory.Expectation;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.overdue.NextObservation;
import health.vigil.stay.StayEvent.StayPaused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an observation was overdue, in sentences. */
record SilenceInWords(Words words) {

  List<Statement> why(SilenceStory story, AlertRaised raised) {
    Expectation expected = story.expectation();
    if (expected == null) {
      return List.of(Statement.of("The log does not tell what was due.", Source.RECORDED));
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
      statements.add(afterwards(pause, raised));
    }
    story.unseen().forEach(fact -> statements.add(unseen(fact)));
    statements.add(urgency(story, raised));
    return statements;
  }

  private Statement due(Expectation expected) {
    CurrentStatus status = MonitoringStory.status(expected.decidedBy());
    String due = "the next was due on " + words.time(expected.next().due()) + ".";
    if (status == null || status.basis() == null) {
      return Statement.of(
          "No set was known since "
              + words.time(expected.last())
              + ", when the stay began: "
              + due.replace("the next", "the first"),
          Source.DUE,
          expected.decidedBy());
    }
    Score score = status.score();
    String scored = score == null ? "was not scored" : ScoreInWords.whole(score, null);
    return Statement.of(
        "The set measured on " + words.time(expected.last()) + " " + scored + "; " + due,
        Source.DUE,
        expected.decidedBy());
  }

  private Statement overdue(Expectation expected) {
    NextObservation next = expected.next();
    return Statement.of(
        "No set that would do had come by "
            + words.time(expected.overdueAt())
            + ", "
            + Words.duration(next.grace())
            + " later: overdue, as a tenth of the interval of "
            + Words.duration(next.interval())
            + ", and at least 5 min, had passed.",
        Source.ALERTS);
  }

  private Statement unseen(Fact fact) {
    return Statement.of(
        "What was recorded on "
            + words.time(fact.recordedAt())
            + ", just before the alert, puts off what is due, but had not been taken into account"
            + " yet.",
        Source.RECORDED,
        fact);
  }

  /** A pause that alerts at once can only have shortened another. */
  private Statement afterwards(@Nullable Fact pause, AlertRaised raised) {
    String when = words.time(raised.at());
    if (pause != null && ((StayPaused) pause.event()).at().equals(raised.at())) {
      return Statement.of(
          "A pause had put it off for longer, until on " + when + " another took its place.",
          Source.ALERTS,
          pause);
    }
    return Statement.of(
        "That it was due was known only on " + when + ", when it was overdue already.",
        Source.ALERTS);
  }

  private static Statement urgency(SilenceStory story, AlertRaised raised) {
    Band last = raised.cause().level();
    return Statement.of(
        after(MonitoringStory.status(story.known().get(0)), last)
            + " an overdue observation is of "
            + Words.priority(raised.priority())
            + (last == Band.HIGH ? ", and of high priority an interval later." : "."),
        Source.ALERTS);
  }

  /**
   * @param status when it was overdue, null before the first set
   */
  private static String after(@Nullable CurrentStatus status, Band last) {
    if (status == null || status.basis() == null) {
      return "Nothing was known of the patient, so nothing said that the patient was well: then";
    } else if (status.score() == null) {
      return "What is not scored counts as low: after it";
    }
    return status.score().complete()
        ? "After " + last
        : "Part of a set can make it more urgent, never less: as after " + last;
  }

  /** Null when nothing else is known of the time before it was overdue. */
  @Nullable KnownNow now(SilenceStory story) {
    List<Statement> statements = new ArrayList<>();
    story.changes().forEach(change -> statements.add(changed(change)));
    story.lateSets().forEach(set -> statements.add(late(set)));
    Expectation expected = story.expectation();
    boolean inTime =
        expected != null
            && story.lateSets().stream().anyMatch(set -> satisfies(set, story, expected));
    if (!story.unseen().isEmpty()) {
      statements.add(
          Statement.of(
              "By all that was in the log when the alert was raised, the observation was not"
                  + " overdue.",
              Source.ALERTS));
    }
    if (inTime) {
      statements.add(
          Statement.of(
              "By what is known now a set was measured in time: the observation was not overdue,"
                  + " its record was.",
              Source.ALERTS));
    }
    if (statements.isEmpty()) {
      return null;
    }
    boolean notOverdue = inTime || !story.unseen().isEmpty();
    return new KnownNow(notOverdue ? Boolean.FALSE : stillFires(story, expected), statements, null);
  }

  /**
   * What another due time would have led to, the log does not tell: not where what it rested on was
   * changed, nor where a whole set lies between, and the status shows another.
   */
  private static @Nullable Boolean stillFires(SilenceStory story, @Nullable Expectation expected) {
    boolean otherwiseDue = expected != null && story.lateSets().stream().anyMatch(expected::awaits);
    if (otherwiseDue || !story.changes().isEmpty()) {
      return null;
    }
    return Boolean.TRUE;
  }

  private Statement late(KnownSet set) {
    Fact recording = set.recording();
    return Statement.of(
        "A set was measured on "
            + words.time(set.measuredAt())
            + " and recorded on "
            + words.time(recording.recordedAt())
            + ", after the alert: it "
            + ScoreInWords.whole(set.assessment().score(), set.assessment().notScored())
            + ".",
        Source.RECORDED,
        recording);
  }

  private Statement changed(Fact fact) {
    String what = fact.event() instanceof ObservationRetracted ? "retracted" : "corrected";
    return Statement.of(
        "The set that the due time rested on was "
            + what
            + " on "
            + words.time(fact.recordedAt())
            + ".",
        Source.CORRECTIONS,
        fact);
  }

  /** Whether the set, had it been known, had put off what was due. */
  private static boolean satisfies(KnownSet set, SilenceStory story, Expectation expected) {
    CurrentStatus status = MonitoringStory.status(set.newest());
    if (set.measuredAt().isAfter(expected.overdueAt())
        || status == null
        || !set.id().equals(status.basis())
        || status.measuredAt() == null
        || status.nextObservationDue() == null) {
      return false;
    }
    return NextObservation.after(status.measuredAt(), status.nextObservationDue())
        .overdueAt(story.pausedUntil())
        .isAfter(expected.overdueAt());
  }
}
