package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring1;
import static health.vigil.fixture.VitalSignsFixture.scoring5;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final AdasStay stay = AdasStay.begun();

  @Test
  void aPlanIsSetWithTheNextRevision() {
    MonitoringPlan plan = Plans.every(TWO_HOURS);

    stay.planned(plan, 0, "09:10")
        .expectEvents(
            new MonitoringPlanSet(
                AdasStay.MONITORING,
                Patients.ADA,
                Stays.ADAS_STAY,
                Stays.NORTH_1,
                plan,
                1,
                new CurrentStatus(null, null, null, at("10:00")),
                at("09:10")))
        .expectResult(1L);
    stay.planned(plan, 1, "09:11").expectResult(2L);
  }

  @Test
  void aPlanDecidedOnAnOldRevisionIsStale() {
    stay.planned(Plans.every(TWO_HOURS), 0, "09:10").expectAccepted();

    Refusal refusal =
        stay.planned(Plans.scale2(), 0, "09:11")
            .expectRefusal(Refusal.Kind.STALE, "stale-revision")
            .refusal();

    assertThat(refusal.details()).containsEntry("revision", 1L);
  }

  @Test
  void outsideAStayThereIsNothingToPlan() {
    AdasStay.registered()
        .planned(Plans.scale2(), 0, "09:10")
        .expectRefusal(Refusal.Kind.CONFLICT, "not-admitted");
  }

  @Test
  void scale2AndScoringOffNeedAReason() {
    stay.planned(without(OxygenSaturationScale.SCALE_2, Scoring.NEWS2, null), 0, "09:10")
        .expectInvalid("reason");
    stay.planned(without(OxygenSaturationScale.SCALE_1, Scoring.OFF, "  "), 0, "09:10")
        .expectInvalid("reason");
  }

  @Test
  void aReasonHasABound() {
    String tooLong = "x".repeat(1_001);

    stay.planned(without(OxygenSaturationScale.SCALE_2, Scoring.NEWS2, tooLong), 0, "09:10")
        .expectInvalid("reason");
  }

  @ParameterizedTest(name = "an interval of {0}: {1}")
  @CsvSource({
    "PT1M, true",
    "PT12H, true",
    "PT59.999S, false",
    "PT0S, false",
    "PT-1M, false",
    "PT12H1S, false"
  })
  void anIntervalIsAMinuteToTwelveHours(Duration interval, boolean accepted) {
    Outcome outcome = stay.planned(Plans.every(interval), 0, "09:10");

    if (accepted) {
      outcome.expectAccepted();
    } else {
      outcome.expectInvalid("observationInterval");
    }
  }

  @ParameterizedTest(name = "limits of {0} from {1} to {2}")
  @CsvSource({
    "CONSCIOUSNESS, 1, 2, limits.consciousness",
    "SUPPLEMENTAL_OXYGEN, 1, 2, limits.supplementalOxygen",
    "PULSE,,, limits.pulse",
    "PULSE, 80, 80, limits.pulse",
    "PULSE, 81, 80, limits.pulse",
    "PULSE, -1, 80, limits.pulse",
    "TEMPERATURE, 36, 51, limits.temperature"
  })
  void limitsAreOfNumericVitalSignsWithinPhysiologyAndNotEmpty(
      Vital vital, @Nullable String low, @Nullable String high, String field) {
    stay.planned(Plans.limits(vital, low, high), 0, "09:10").expectInvalid(field);
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    stay.planned(
            new MonitoringPlan(
                OxygenSaturationScale.SCALE_2,
                Scoring.NEWS2,
                Duration.ZERO,
                Map.of(Vital.PULSE, Plans.limit("9", "8")),
                null,
                null),
            0,
            "09:10")
        .expectInvalid("reason", "observationInterval", "limits.pulse");
  }

  @ParameterizedTest(name = "an interval of {1} after {0} is {2}")
  @CsvSource({
    "0, PT12H, PT12H", "0, PT10H, PT10H", "0, PT1H, PT1H", "1, PT12H, PT6H", "1, PT6H, PT6H",
    "1, PT5H, PT5H", "1, PT2H, PT2H", "5, PT12H, PT1H", "5, PT30M, PT30M", "7, PT12H, PT30M",
    "7, PT15M, PT15M"
  })
  void theIntervalHoldsWithinWhatTheStandardAllows(int total, Duration planned, Duration expected) {
    stay.planned(Plans.every(planned), 0, "09:10").expectAccepted();

    Instant due =
        stay.measured("a", scoring(total), "09:30")
            .event(VitalSignsRecorded.class)
            .status()
            .nextObservationDue();

    assertThat(due).isEqualTo(at("09:30").plus(expected));
  }

  @Test
  void aShorterIntervalMovesTheDueTimeOfTheSetThereIs() {
    stay.measured("a", scoring1(), "09:30");

    CurrentStatus status =
        stay.planned(Plans.every(TWO_HOURS), 0, "10:00").event(MonitoringPlanSet.class).status();

    assertThat(status.basis()).isEqualTo(set("a"));
    assertThat(status.nextObservationDue()).isEqualTo(at("11:30"));
  }

  @Test
  void anotherScaleScoresTheCurrentSetAgain() {
    stay.measured("a", well().oxygenSaturation("89").set(), "09:30");

    Outcome outcome = stay.planned(Plans.scale2(), 0, "10:00");

    Score score = Objects.requireNonNull(outcome.event(MonitoringPlanSet.class).status().score());
    assertThat(score.spo2Scale()).isEqualTo(OxygenSaturationScale.SCALE_2);
    assertThat(score.total()).isZero();
    assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.PLAN_CHANGED);
  }

  @Test
  void anotherScaleMayBeginOrRaiseABreach() {
    VitalSigns set = well().oxygenSaturation("97").onOxygen().set();
    stay.measured("a", set, "09:30");

    BreachBegan began = stay.planned(Plans.scale2(), 0, "10:00").event(BreachBegan.class);

    assertThat(began.level()).isEqualTo(Band.MEDIUM);
    assertThat(began.basis()).isEqualTo(set("a"));
  }

  @Test
  void scoringOffEndsTheBreachAndSaysWhyThereIsNoScore() {
    stay.measured("a", scoring7(), "09:30");

    Outcome off = stay.planned(Plans.scoringOff(), 0, "10:00");
    Outcome next = stay.measured("b", scoring7(), "10:30");

    assertThat(off.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.PLAN_CHANGED);
    CurrentStatus status = off.event(MonitoringPlanSet.class).status();
    assertThat(status.score()).isNull();
    assertThat(status.basis()).isEqualTo(set("a"));
    assertThat(next.event(VitalSignsRecorded.class).assessment().notScored())
        .isEqualTo(NotScored.SCORING_OFF);
    assertThat(next.events()).hasSize(1);
  }

  @Test
  void scoringOnAgainScoresWhatIsThere() {
    stay.measured("a", scoring0(), "09:30");
    stay.planned(Plans.scoringOff(), 0, "10:00");
    stay.measured("b", scoring7(), "10:30");

    Outcome on = stay.planned(MonitoringPlan.STANDARD, 1, "11:00");

    assertThat(on.event(BreachBegan.class).basis()).isEqualTo(set("b"));
    assertThat(on.event(MonitoringPlanSet.class).status().score()).isNotNull();
  }

  @Test
  void aLimitTakenAwayEndsItsBreach() {
    stay.planned(Plans.limits(Vital.PULSE, null, "60"), 0, "09:10");
    stay.measured("a", scoring0(), "09:30");

    BreachEnded ended = stay.planned(MonitoringPlan.STANDARD, 1, "10:00").event(BreachEnded.class);

    assertThat(ended.rule()).isEqualTo(BreachRule.limit(Vital.PULSE));
    assertThat(ended.reason()).isEqualTo(BreachEnd.PLAN_CHANGED);
  }

  @Test
  void aNewLimitIsHeldAgainstTheCurrentSet() {
    stay.measured("a", scoring0(), "09:30");

    assertThat(
            stay.planned(Plans.limits(Vital.PULSE, null, "60"), 0, "10:00")
                .event(BreachBegan.class)
                .basis())
        .isEqualTo(set("a"));
  }

  @Test
  void aPlanThatChangesNothingOfTheStatusEndsNothing() {
    stay.measured("a", scoring5(), "09:30");

    Outcome outcome = stay.planned(Plans.every(TWO_HOURS), 0, "10:00").expectAccepted();

    assertThat(outcome.events()).hasSize(1);
    assertThat(stay.measured("b", scoring7(), "10:10").event(BreachLevelChanged.class).episode())
        .isEqualTo(1);
  }

  private static MonitoringPlan without(
      OxygenSaturationScale scale, Scoring scoring, @Nullable String reason) {
    return new MonitoringPlan(scale, scoring, null, Map.of(), null, reason);
  }

  private static VitalSigns scoring(int total) {
    return switch (total) {
      case 0 -> scoring0();
      case 1 -> scoring1();
      case 5 -> scoring5();
      default -> scoring7();
    };
  }
}
