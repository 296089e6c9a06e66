package health.vigil.app.alert.explanation;

import static health.vigil.app.alert.explanation.LogOfAda.id;
import static health.vigil.app.alert.explanation.LogOfAda.limits;
import static health.vigil.app.alert.explanation.LogOfAda.minute;
import static health.vigil.app.alert.explanation.LogOfAda.scale2;
import static health.vigil.app.alert.explanation.LogOfAda.values;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.Cause;
import health.vigil.app.alert.explanation.AlertStory.Reason;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class BreachGroundsTest {
  private static final VitalSigns ILL =
      values("respirationRate", 28, "oxygenSaturation", 90, "pulse", 135);
  private static final BreachRule PULSE = BreachRule.limit(Vital.PULSE);
  private static final Limit SIXTY_TO_120 = new Limit(new BigDecimal("60"), new BigDecimal("120"));

  private final LogOfAda log = new LogOfAda();

  @Test
  void theSetThePlanAndTheEventsAreTold() {
    log.measured("a", ILL, 10);
    Grounds grounds = breached(BreachRule.NEWS2, Band.HIGH, "a", 10);

    assertThat(texts(grounds))
        .startsWith(
            "The set measured on 23 Nov 2026, 03:10 UTC scores 9 by NEWS2: HIGH (7 or more).")
        .endsWith("The standard plan was in force: scored by NEWS2, oxygen saturation on scale 1.");
    assertThat(grounds.events())
        .extracting(EventShown::position, EventShown::role)
        .containsExactly(tuple(100, "the set"), tuple(101, "the breach"), tuple(102, "the alert"));
    assertThat(grounds.statements().get(0).positions()).containsExactly(100L);
    assertThat(grounds.knownNow()).isNull();
  }

  @Test
  void aPlanIsToldWithItsRevisionAndScale() {
    log.planned(scale2(), 0);
    log.measured("a", values("oxygenSaturation", 97, "supplementalOxygen", true), 10);
    Grounds grounds = breached(BreachRule.NEWS2, Band.MEDIUM, "a", 10);

    assertThat(texts(grounds))
        .contains(
            "Oxygen saturation 97 % scores 3 on scale 2 (97 or more on oxygen).",
            "The plan of revision 1, set on 23 Nov 2026, 03:00 UTC, was in force: scored by NEWS2,"
                + " oxygen saturation on scale 2.");
    assertThat(Objects.requireNonNull(grounds.plan()).revision()).isEqualTo(1);
    assertThat(grounds.plan().position()).isEqualTo(100);
  }

  /** The set was assessed by the plan before; what the new one said of it stands in its event. */
  @Test
  void aNewPlanThatJudgesAnOldSetIsToldAsTheReason() {
    VitalSigns values = values("oxygenSaturation", 90, "pulse", 92);
    log.planned(scale2(), 0);
    log.measured("a", values, 10);
    CurrentStatus after =
        new CurrentStatus(
            id("a"), minute(10), News2.score(values, OxygenSaturationScale.SCALE_1), null);
    log.planned(MonitoringPlan.STANDARD, 20, after);
    Grounds grounds = breached(BreachRule.NEWS2, Band.LOW_MEDIUM, "a", 20);

    assertThat(texts(grounds))
        .contains(
            "Oxygen saturation 90 % scores 3 on scale 1 (91 or less).",
            "It was a new plan that made this set breach it, not a new set.");
    assertThat(grounds.events())
        .extracting(EventShown::role)
        .containsExactly("the set", "the plan in force", "the breach", "the alert");
  }

  @Test
  void aCorrectionOfAnotherSetThatLeftThisOneInForceIsToldAsTheReason() {
    log.measured("a", ILL, 10);
    log.measured("b", values(), 20);
    log.retracted("b", null, 30);
    Grounds grounds = breached(BreachRule.NEWS2, Band.HIGH, "a", 30);

    assertThat(texts(grounds))
        .contains(
            "It was a correction that made this set breach it: what remained valid was judged"
                + " afresh.");
    assertThat(grounds.events())
        .extracting(EventShown::role)
        .containsExactly("the set", "what it was judged afresh for", "the breach", "the alert");
  }

  /** It was a breach before, and a worse one. */
  @Test
  void aNewPlanThatOnlyChangesTheLevelIsNotToldToHaveMadeTheBreach() {
    log.measured("a", values("oxygenSaturation", 90, "pulse", 135, "respirationRate", 22), 10);
    log.began(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.planned(scale2(), 20);

    assertThat(texts(changedTo(Band.MEDIUM, "a", 20)))
        .endsWith("It was a new plan that changed how urgent it is, not a new set.");
  }

  @Test
  void aCorrectionThatOnlyChangesTheLevelIsToldAsTheSetsOwn() {
    log.measured("a", ILL, 10);
    log.began(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.corrected("a", values("respirationRate", 28, "pulse", 112), 10, 40);

    assertThat(texts(changedTo(Band.MEDIUM, "a", 40)))
        .endsWith("It was a correction of this set itself that changed how urgent it is.");
  }

  @Test
  void aRetractionThatLeavesAnotherSetAtAnotherLevelIsToldSo() {
    log.measured("a", values("respirationRate", 28, "pulse", 112), 10);
    log.measured("b", ILL, 20);
    log.began(BreachRule.NEWS2, Band.HIGH, "b", 20);
    log.retracted("b", null, 30);

    assertThat(texts(changedTo(Band.MEDIUM, "a", 30)))
        .endsWith(
            "It was a correction that changed how urgent it is: what remained valid was judged"
                + " afresh.");
  }

  @Test
  void aSetThatWasCorrectedBeforeIsToldAsItWasKnownThen() {
    log.measured("a", values(), 10);
    log.corrected("a", ILL, 10, 15);
    Grounds grounds = breached(BreachRule.NEWS2, Band.HIGH, "a", 15);

    assertThat(Objects.requireNonNull(grounds.set()).values().pulse()).isEqualTo("135");
    assertThat(grounds.knownNow()).isNull();
  }

  @Test
  void aLateSetAnUnknownAgeAndAnotherScoreAreTold() {
    log.measured("b", values(), 20);
    log.recorded(
        "a",
        ILL,
        10,
        25,
        Timeliness.LATE,
        Set.of(Flag.BIRTH_DATE_UNKNOWN, Flag.EXTERNAL_SCORE_DIFFERS));
    Grounds grounds = breached(BreachRule.NEWS2, Band.HIGH, "a", 25);

    assertThat(texts(grounds))
        .contains(
            "It came late: it was recorded on 23 Nov 2026, 03:25 UTC, when a newer set was known"
                + " already. Recent as it was, it alerts all the same.",
            "No birth date is known: the patient was scored as an adult.",
            "A score that came with the set differs from this one.");
  }

  @Test
  void aLimitIsToldWithTheValueBeyondIt() {
    log.planned(limits(Vital.PULSE, SIXTY_TO_120), 0);
    log.measured("a", values("pulse", 135), 10);

    assertThat(texts(breached(PULSE, Band.MEDIUM, "a", 10)).get(0))
        .isEqualTo(
            "The set measured on 23 Nov 2026, 03:10 UTC: pulse 135 /min is above the plan's limit"
                + " of 120 /min.");
  }

  @Test
  void aLimitBelowIsTold() {
    assertThat(LimitInWords.of(Vital.PULSE, values("pulse", 55.5), SIXTY_TO_120))
        .isEqualTo("pulse 55.5 /min is below the plan's limit of 60 /min");
    assertThat(LimitInWords.of(Vital.PULSE, values("pulse", 60), SIXTY_TO_120))
        .isEqualTo("pulse 60 /min is within the plan's limits");
    assertThat(LimitInWords.of(Vital.PULSE, values("pulse", null), SIXTY_TO_120))
        .isEqualTo("pulse was not measured");
  }

  @Test
  void aRetractedSetWouldHaveBroughtNothingAbout() {
    log.measured("a", ILL, 10);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.retracted("a", new PatientId("7f3c1f5e-0000-4000-8000-000000000009"), 40);
    Grounds grounds = grounds(BreachRule.NEWS2, reason);

    KnownNow now = Objects.requireNonNull(grounds.knownNow());
    assertThat(now.wouldHaveFired()).isFalse();
    assertThat(now.statements())
        .extracting(Statement::text)
        .containsExactly(
            "Retracted on 23 Nov 2026, 03:40 UTC by nurse-7, as it belongs to another patient.",
            "A set that is not valid raises nothing: known now, it would not have brought this"
                + " about.");
    assertThat(Objects.requireNonNull(grounds.set()).retracted()).isFalse();
    assertThat(Objects.requireNonNull(now.set()).retracted()).isTrue();
  }

  @Test
  void aCorrectionIsToldValueByValue() {
    log.measured("a", ILL, 10);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.corrected("a", values("pulse", 92, "temperature", null), 12, 40);

    assertThat(now(reason, BreachRule.NEWS2))
        .containsExactly(
            "Corrected on 23 Nov 2026, 03:40 UTC by nurse-7.",
            "Known now: respiration rate 16 /min (then 28 /min); oxygen saturation 97 % (then 90"
                + " %); pulse 92 /min (then 135 /min); temperature not measured (then 36.8 °C);"
                + " measured on 23 Nov 2026, 03:12 UTC (then 23 Nov 2026, 03:10 UTC).",
            "By what is known now it is incomplete; what was measured adds up to 1 by NEWS2;"
                + " alerts begin at LOW_MEDIUM, as configured now. It would not have brought this"
                + " about.");
  }

  @Test
  void aCorrectionThatLeavesTheLevelIsToldSo() {
    log.measured("a", ILL, 10);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.corrected("a", values("respirationRate", 27, "oxygenSaturation", 90, "pulse", 135), 10, 40);

    assertThat(now(reason, BreachRule.NEWS2))
        .endsWith(
            "By what is known now it scores 9 by NEWS2: HIGH (7 or more); alerts begin at"
                + " LOW_MEDIUM, as configured now. It would have brought this about just the"
                + " same.");
  }

  @Test
  void aCorrectionToAnotherLevelIsToldSo() {
    log.measured("a", ILL, 10);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.corrected("a", values("respirationRate", 28, "pulse", 112), 10, 40);

    assertThat(now(reason, BreachRule.NEWS2))
        .endsWith(
            "By what is known now it scores 5 by NEWS2: MEDIUM (5 to 6); alerts begin at"
                + " LOW_MEDIUM, as configured now. It would have brought this about, at the level"
                + " MEDIUM.");
  }

  @Test
  void aSetThatTurnsOutTooOldToAlertWouldHaveBroughtNothingAbout() {
    log.measured("a", values(), 120);
    log.measured("b", ILL, 180);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "b", 180);
    log.correctedToBeOld("b", ILL, 60, 210);
    KnownNow now = Objects.requireNonNull(grounds(BreachRule.NEWS2, reason).knownNow());

    assertThat(now.wouldHaveFired()).isFalse();
    assertThat(now.statements())
        .extracting(Statement::text)
        .endsWith(
            "By what is known now it was measured before a newer set, and too long before it was"
                + " recorded to alert. It would not have brought this about.");
  }

  /** It had been recent enough when it came; only its correction took so long. */
  @Test
  void aSetThatTurnsOutLateWouldHaveAlertedAllTheSame() {
    log.measured("a", values(), 178);
    log.measured("b", ILL, 180);
    Reason reason = reason(BreachRule.NEWS2, Band.HIGH, "b", 180);
    log.correctedToBeOld("b", ILL, 170, 600);

    assertThat(
            Objects.requireNonNull(grounds(BreachRule.NEWS2, reason).knownNow()).wouldHaveFired())
        .isTrue();
  }

  @Test
  void aSetThatTurnsOutToBeOfBeforeTheStayWouldHaveBroughtNothingAbout() {
    log.planned(limits(Vital.PULSE, SIXTY_TO_120), 0);
    log.measured("a", values("pulse", 135), 10);
    Reason reason = reason(PULSE, Band.MEDIUM, "a", 10);
    log.correctedToBeOutsideTheStay("a", values("pulse", 135), -600, 40);
    KnownNow now = Objects.requireNonNull(grounds(PULSE, reason).knownNow());

    assertThat(now.wouldHaveFired()).isFalse();
    assertThat(now.statements())
        .extracting(Statement::text)
        .endsWith(
            "By what is known now it was measured outside the stay, and such a set never alerts. It"
                + " would not have brought this about.");
  }

  /** A plan that came after says nothing of what would have been then. */
  @Test
  void aCorrectionIsJudgedByThePlanOfThen() {
    log.planned(limits(Vital.PULSE, SIXTY_TO_120), 0);
    log.measured("a", values("pulse", 135), 10);
    Reason reason = reason(PULSE, Band.MEDIUM, "a", 10);
    log.planned(MonitoringPlan.STANDARD, 20);
    log.corrected("a", values("pulse", 125), 10, 40);

    assertThat(now(reason, PULSE))
        .endsWith(
            "By what is known now it reads: pulse 125 /min is above the plan's limit of 120 /min."
                + " It would have brought this about just the same.");
  }

  @Test
  void whatTheLogDoesNotTellIsNotMadeUp() {
    Grounds grounds =
        grounds(
            BreachRule.NEWS2, new Reason(new Cause(Band.HIGH, null, false, List.of(), false), 7));

    assertThat(texts(grounds)).containsExactly("The log does not tell the set that it rests on.");
    assertThat(grounds.set()).isNull();
  }

  private static Tuple tuple(long position, String role) {
    return Tuple.tuple(position, role);
  }

  private Grounds breached(BreachRule rule, Band level, String basis, long minute) {
    return grounds(rule, reason(rule, level, basis, minute));
  }

  private Grounds changedTo(Band level, String basis, long minute) {
    Fact breach = log.changed(BreachRule.NEWS2, Band.HIGH, level, basis, minute);
    return grounds(BreachRule.NEWS2, new Reason(LogOfAda.cause(level, basis), breach.sequence()));
  }

  private Reason reason(BreachRule rule, Band level, String basis, long minute) {
    Fact breach = log.began(rule, level, basis, minute);
    return new Reason(LogOfAda.cause(level, basis), breach.sequence());
  }

  private Grounds grounds(BreachRule rule, Reason reason) {
    Fact itself = log.happened("the alert", 60);
    return new BreachGrounds(log.story(), rule, new Words(ZoneOffset.UTC), MonitoringRules.STANDARD)
        .of(reason, itself);
  }

  private List<String> now(Reason reason, BreachRule rule) {
    return Objects.requireNonNull(grounds(rule, reason).knownNow()).statements().stream()
        .map(Statement::text)
        .toList();
  }

  private static List<String> texts(Grounds grounds) {
    return grounds.statements().stream().map(Statement::text).toList();
  }
}
