package health.vigil.app.alert.explanation;

import static health.vigil.app.alert.explanation.LogOfAda.minute;
import static health.vigil.app.alert.explanation.LogOfAda.overdue;
import static health.vigil.app.alert.explanation.LogOfAda.values;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why an observation was overdue. */
class SilenceGroundsTest {
  private final LogOfAda log = new LogOfAda();

  @Test
  void whatWasDueAfterASetIsTold() {
    log.due(60).started(0);
    log.due(40).measured("a", values("respirationRate", 28, "oxygenSaturation", 90), 10);
    Grounds grounds = grounds(Band.MEDIUM, 45, null);

    assertThat(texts(grounds))
        .containsExactly(
            "The set measured on 23 Nov 2026, 03:10 UTC scores 6 by NEWS2: MEDIUM (5 to 6); the"
                + " next was due on 23 Nov 2026, 03:40 UTC.",
            "No set that would do had come by 23 Nov 2026, 03:45 UTC, 5 min later: overdue, as a"
                + " tenth of the interval of 30 min, and at least 5 min, had passed.",
            "After MEDIUM an overdue observation is of medium priority.");
    assertThat(grounds.due()).isEqualTo(minute(40));
    assertThat(grounds.overdueFrom()).isEqualTo(minute(45));
    assertThat(grounds.events()).extracting(EventShown::position).containsExactly(101L, 102L);
    assertThat(grounds.knownNow()).isNull();
  }

  @Test
  void theFirstSetAfterAdmissionIsDueToo() {
    log.due(60).started(0);
    Grounds grounds = grounds(Band.MEDIUM, 66, null);

    assertThat(texts(grounds).get(0))
        .isEqualTo(
            "No set was known since 23 Nov 2026, 03:00 UTC, when the stay began: the first was due"
                + " on 23 Nov 2026, 04:00 UTC.");
    assertThat(texts(grounds))
        .endsWith(
            "Nothing was known of the patient, so nothing said that the patient was well: then an"
                + " overdue observation is of medium priority.");
    assertThat(grounds.overdueFrom()).isEqualTo(minute(66));
  }

  @Test
  void whatIsNotScoredIsNotToldAsAScore() {
    log.planned(LogOfAda.unscored(), 0);
    log.due(40).measured("a", values(), 10);

    assertThat(texts(grounds(Band.LOW, 45, null)))
        .endsWith(
            "What is not scored counts as low: after it an overdue observation is of low"
                + " priority.");
  }

  @Test
  void partOfASetIsNotToldAsABand() {
    log.due(40).measured("a", values("pulse", null), 10);

    assertThat(texts(grounds(Band.MEDIUM, 45, null)))
        .endsWith(
            "Part of a set can make it more urgent, never less: as after MEDIUM an overdue"
                + " observation is of medium priority.");
  }

  @Test
  void aPauseThatWasShortenedIsToldAsTheReasonWhyItComesLater() {
    log.due(40).measured("a", values(), 10);
    Fact shorter = log.paused(50, 70);

    assertThat(texts(grounds(Band.LOW, 70, shorter)))
        .contains(
            "A pause had put it off for longer, until on 23 Nov 2026, 04:10 UTC another took its"
                + " place.");
  }

  /** Part of a set puts nothing off, and shortens no interval. */
  @Test
  void anIncompleteSetLeavesWhatWasDue() {
    log.due(250).measured("a", values("pulse", 92), 10);
    log.measured("b", values("temperature", null), 200);
    Grounds grounds = grounds(Band.LOW, 274, null);

    assertThat(texts(grounds))
        .startsWith(
            "The set measured on 23 Nov 2026, 03:10 UTC scores 1 by NEWS2: LOW (0 to 4); the next"
                + " was due on 23 Nov 2026, 07:10 UTC.",
            "No set that would do had come by 23 Nov 2026, 07:34 UTC, 24 min later: overdue, as a"
                + " tenth of the interval of 4 h, and at least 5 min, had passed.");
  }

  @Test
  void aPauseThatPutItOffIsTold() {
    log.due(40).measured("a", values(), 10);
    Fact pause = log.paused(90, 20);
    Grounds grounds = grounds(Band.LOW, 95, pause);

    assertThat(texts(grounds))
        .contains("The stay was paused until 23 Nov 2026, 04:30 UTC, which put it off.");
    assertThat(grounds.overdueFrom()).isEqualTo(minute(95));
    assertThat(grounds.events()).extracting(EventShown::role).contains("the pause");
  }

  @Test
  void whatWasKnownOnlyAfterItWasOverdueIsTold() {
    log.due(40).recorded("a", values(), 10, 70, Timeliness.CURRENT, Set.of());

    assertThat(texts(grounds(Band.LOW, 70, null)))
        .contains(
            "That it was due was known only on 23 Nov 2026, 04:10 UTC, when it was overdue"
                + " already.");
  }

  @Test
  void afterHighItIsToldThatItBecomesMoreUrgent() {
    log.due(40).measured("a", values(), 10);

    assertThat(texts(grounds(Band.HIGH, 45, null)))
        .endsWith(
            "After HIGH an overdue observation is of medium priority, and of high priority an"
                + " interval later.");
  }

  @Test
  void aSetThatWasMeasuredInTimeAndRecordedTooLateIsKnownNow() {
    log.due(40).measured("a", values(), 10);
    Fact raised = log.happened(overdue(Band.LOW, 45), 45);
    Fact late = log.due(300).recorded("b", values(), 38, 50, Timeliness.CURRENT, Set.of());
    Grounds grounds = grounds(raised, null, List.of(known(late)), List.of());

    KnownNow now = Objects.requireNonNull(grounds.knownNow());
    assertThat(now.wouldHaveFired()).isFalse();
    assertThat(now.statements())
        .extracting(Statement::text)
        .containsExactly(
            "A set was measured on 23 Nov 2026, 03:38 UTC and recorded on 23 Nov 2026, 03:50 UTC,"
                + " after the alert: it scores 0 by NEWS2: LOW (0 to 4).",
            "By what is known now a set was measured in time: the observation was not overdue, its"
                + " record was.");
  }

  @Test
  void aSetThatDoesNotSatisfyTheDueTimeChangesNothing() {
    log.due(40).measured("a", values(), 10);
    Fact raised = log.happened(overdue(Band.LOW, 45), 45);
    Fact late = log.recorded("b", values("pulse", null), 38, 50, Timeliness.CURRENT, Set.of());
    Grounds grounds = grounds(raised, null, List.of(known(late)), List.of());

    assertThat(Objects.requireNonNull(grounds.knownNow()).wouldHaveFired()).isTrue();
  }

  /** Deadlines do not wait for who is behind. */
  @Test
  void aSetThatCameJustBeforeTheAlertIsNotToldToHaveLedToIt() {
    log.due(40).measured("a", values(), 10);
    log.due(284).measured("b", values(), 44);
    Grounds grounds = grounds(Band.LOW, 45, null);

    assertThat(texts(grounds))
        .startsWith(
            "The set measured on 23 Nov 2026, 03:10 UTC scores 0 by NEWS2: LOW (0 to 4); the next"
                + " was due on 23 Nov 2026, 03:40 UTC.")
        .contains(
            "What was recorded on 23 Nov 2026, 03:44 UTC, just before the alert, puts off what is"
                + " due, but had not been taken into account yet.");
    assertThat(grounds.due()).isEqualTo(minute(40));
    assertThat(grounds.overdueFrom()).isEqualTo(minute(45));
    assertThat(Objects.requireNonNull(grounds.knownNow()).wouldHaveFired()).isFalse();
  }

  @Test
  void aPauseThatCameJustBeforeTheAlertWasNotInForce() {
    Fact set = log.due(40).measured("a", values(), 10);
    Fact pause = log.paused(90, 44);

    assertThat(SilenceStory.isUnseen(pause, List.of(set), minute(45))).isTrue();
    assertThat(SilenceStory.isUnseen(pause, List.of(set), minute(95))).isFalse();
  }

  /** The status shows the newer set, so nothing tells what was due after the older one. */
  @Test
  void aWholeSetOfThatTimeThatTheStatusDoesNotShowLeavesItOpen() {
    log.due(40).measured("a", values(), 10);
    Fact raised = log.happened(overdue(Band.LOW, 45), 45);
    log.due(300).measured("b", values(), 50);
    Fact late = log.recordedBehind("b", 50, "c", values(), 38, 70);
    KnownNow now =
        Objects.requireNonNull(grounds(raised, null, List.of(known(late)), List.of()).knownNow());

    assertThat(now.wouldHaveFired()).isNull();
    assertThat(now.statements()).hasSize(1);
  }

  @Test
  void whatAnotherDueTimeHadLedToIsNotMadeUp() {
    log.due(40).measured("a", values(), 10);
    Fact raised = log.happened(overdue(Band.LOW, 45), 45);
    Fact change = log.retracted("a", null, 60);
    Grounds grounds = grounds(raised, null, List.of(), List.of(change));

    KnownNow now = Objects.requireNonNull(grounds.knownNow());
    assertThat(now.wouldHaveFired()).isNull();
    assertThat(now.statements().get(0).text())
        .isEqualTo("The set that the due time rested on was retracted on 23 Nov 2026, 04:00 UTC.");
  }

  @Test
  void whatTheLogDoesNotTellIsNotMadeUp() {
    Grounds grounds = grounds(Band.LOW, 45, null);

    assertThat(texts(grounds)).containsExactly("The log does not tell what was due.");
    assertThat(grounds.due()).isNull();
  }

  private Grounds grounds(Band last, long minute, @Nullable Fact pause) {
    return grounds(log.happened(overdue(last, minute), minute), pause, List.of(), List.of());
  }

  private Grounds grounds(
      Fact raised, @Nullable Fact pause, List<KnownSet> lateSets, List<Fact> changes) {
    List<Fact> known = new ArrayList<>(log.facts());
    known.removeIf(fact -> fact.position() >= raised.position() || fact.equals(pause));
    Collections.reverse(known);
    int unseen = SilenceStory.unseen(known, ((AlertRaised) raised.event()).at());
    SilenceStory story =
        new SilenceStory(
            known.subList(0, unseen),
            known.subList(unseen, known.size()),
            pause,
            lateSets,
            changes);
    return new SilenceGrounds(story, new Words(ZoneOffset.UTC)).of(raised);
  }

  private static KnownSet known(Fact recording) {
    return Objects.requireNonNull(KnownSet.of(List.of(recording)));
  }

  private static List<String> texts(Grounds grounds) {
    return grounds.statements().stream().map(Statement::text).toList();
  }
}
