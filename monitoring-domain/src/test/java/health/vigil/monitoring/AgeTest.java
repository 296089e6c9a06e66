package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.scoring20;
import static health.vigil.monitoring.AdasStay.at;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.patient.Demographics;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** NEWS2 holds from 16 years on; who is of unknown age is taken for an adult, and flagged. */
class AgeTest {
  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void theDayBeforeThe16thBirthdayNothingIsScored() {
    Outcome outcome = measured(bornOn(LocalDate.of(2010, 11, 24)));

    Assessment assessment = outcome.event(VitalSignsRecorded.class).assessment();
    assertThat(assessment.notScored()).isEqualTo(NotScored.UNDER_16);
    assertThat(assessment.score()).isNull();
    assertThat(outcome.events()).hasSize(1);
  }

  @Test
  void fromThe16thBirthdayOnItIs() {
    Outcome outcome = measured(bornOn(LocalDate.of(2010, 11, 23)));

    Assessment assessment = outcome.event(VitalSignsRecorded.class).assessment();
    assertThat(assessment.notScored()).isNull();
    assertThat(assessment.flags()).isEmpty();
    assertThat(outcome.events()).hasSize(2);
  }

  @Test
  void whoseAgeIsUnknownIsScoredAndFlagged() {
    Outcome outcome = measured(Patients.registerUnidentified(Patients.ADA, "Unknown A 7"));

    Assessment assessment = outcome.event(VitalSignsRecorded.class).assessment();
    assertThat(assessment.score()).isNotNull();
    assertThat(assessment.flags()).containsExactly(Flag.BIRTH_DATE_UNKNOWN);
  }

  private static Object bornOn(LocalDate day) {
    return Patients.register(
        Patients.ADA, new Demographics("MRN-1", "Adams", "Ada", day, Sex.FEMALE));
  }

  private Outcome measured(Object registration) {
    vigil.givenCommands(registration, Stays.admit(Patients.ADA, Stays.ADAS_STAY, Stays.NORTH_1));
    return vigil
        .when(AdasStay.record(Patients.ADA, "a", scoring20(), at("09:30"), at("09:30")))
        .expectAccepted();
  }
}
