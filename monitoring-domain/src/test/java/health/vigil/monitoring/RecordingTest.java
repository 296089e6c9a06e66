package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring1;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.AdasStay.MONITORING;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.refusal.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {
  private final AdasStay stay = AdasStay.begun();

  @Test
  void aSetIsRecordedWithAllThatWasDecided() {
    Score score = News2.score(scoring1(), OxygenSaturationScale.SCALE_1);
    Assessment assessment = new Assessment(score, null, Timeliness.CURRENT, Set.of(), 0);
    CurrentStatus status = new CurrentStatus(set("a"), at("09:30"), score, at("13:30"));

    stay.arrives("a", scoring1(), "09:30", "09:31")
        .expectEvents(
            new VitalSignsRecorded(
                MONITORING,
                ADA,
                ADAS_STAY,
                NORTH_1,
                set("a"),
                scoring1(),
                at("09:30"),
                null,
                null,
                null,
                assessment,
                status,
                at("09:31")))
        .expectResult(new AssessedSet(set("a"), assessment, at("13:30")));
  }

  @ParameterizedTest(name = "{1} after {0}")
  @MethodSource
  void theNextSetIsDueByTheScore(VitalSigns values, Duration interval) {
    VitalSignsRecorded recorded = recorded(stay.measured("a", values, "09:30"));

    assertThat(recorded.status().nextObservationDue()).isEqualTo(at("09:30").plus(interval));
  }

  static Stream<Arguments> theNextSetIsDueByTheScore() {
    return Stream.of(
        Arguments.of(VitalSignsFixture.scoring0(), Duration.ofHours(12)),
        Arguments.of(VitalSignsFixture.scoring1(), Duration.ofHours(4)),
        Arguments.of(VitalSignsFixture.scoring3InOne(), Duration.ofHours(1)),
        Arguments.of(VitalSignsFixture.scoring5(), Duration.ofHours(1)),
        Arguments.of(VitalSignsFixture.scoring7(), Duration.ofMinutes(30)),
        Arguments.of(VitalSignsFixture.scoring20(), Duration.ofMinutes(30)));
  }

  @Test
  void aMeasurementMayLieAFewMinutesAheadOfOurClockAndNoMore() {
    stay.arrives("a", scoring0(), "09:35", "09:30").expectAccepted();
    stay.arrives("b", scoring0(), "09:36", "09:30").expectInvalid("measuredAt");
  }

  @Test
  void nothingIsMeasuredBeforeBirth() {
    RecordVitalSigns command =
        AdasStay.record(
            ADA, "a", scoring0(), at("09:30").minus(Duration.ofDays(365 * 80)), at("09:30"));

    Refusal refusal = stay.vigil().when(command).expectInvalid("measuredAt").refusal();

    assertThat(refusal.errors()).allSatisfy(e -> assertThat(e.message()).doesNotContain("1950"));
  }

  @Test
  void aPatientNobodyKnowsIsNotFound() {
    stay.vigil()
        .when(AdasStay.record(Patients.BEN, "a", scoring0(), at("09:30"), at("09:30")))
        .expectRefusal(Refusal.Kind.NOT_FOUND, "patient-not-found");
  }

  @Test
  void aScoreFromOutsideIsKeptAndFlaggedWhereItDiffers() {
    assertThat(flags(withExternal("a", scoring1(), 1))).isEmpty();
    assertThat(flags(withExternal("b", scoring1(), 2)))
        .containsExactly(Flag.EXTERNAL_SCORE_DIFFERS);
    assertThat(flags(withExternal("c", well().without(Vital.PULSE).set(), 2))).isEmpty();
  }

  private Outcome withExternal(String name, VitalSigns values, int total) {
    Outcome outcome =
        stay.vigil()
            .when(
                new RecordVitalSigns(
                    ADA,
                    set(name),
                    values,
                    at("09:30"),
                    "message",
                    "device-7",
                    new ExternalScore(total),
                    at("09:30")));
    assertThat(recorded(outcome).externalScore()).isEqualTo(new ExternalScore(total));
    assertThat(recorded(outcome).device()).isEqualTo("device-7");
    return outcome;
  }

  private static Set<Flag> flags(Outcome outcome) {
    return recorded(outcome).assessment().flags();
  }

  private static VitalSignsRecorded recorded(Outcome outcome) {
    return outcome.expectAccepted().event(VitalSignsRecorded.class);
  }
}
