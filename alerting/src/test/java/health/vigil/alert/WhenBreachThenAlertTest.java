package health.vigil.alert;

import static health.vigil.alert.AlertFixture.BED;
import static health.vigil.alert.AlertFixture.OTHER_BED;
import static health.vigil.alert.AlertFixture.PATIENT;
import static health.vigil.alert.AlertFixture.STAY;
import static health.vigil.alert.AlertFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.monitoring.BreachEnd;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhenBreachThenAlertTest {
  private static final MonitoringId MONITORING = MonitoringId.of(STAY);
  private static final AlertId FIRST = AlertId.of(STAY, AlertRule.of(BreachRule.NEWS2), 1);
  private static final AlertId SECOND = AlertId.of(STAY, AlertRule.of(BreachRule.NEWS2), 2);

  private SagaStory<Visible> story = SagaStory.of(Visible.class, minute(0));

  /** The fixture makes instances of public classes only. */
  public static final class Visible extends WhenBreachThenAlert {
    public Visible() {}
  }

  @Nested
  class AsLongAsNobodyAcknowledges {
    @Test
    void aHighBreachIsToldToTheNurseTheRegistrarAndCriticalCare() {
      begins(0, 1, Band.HIGH).until(60);
      story.tells("0 raised HIGH NURSE", "5 escalated REGISTRAR", "15 escalated CRITICAL_CARE");
    }

    @Test
    void aMediumBreachIsToldToTheNurseAndTheMedicalTeam() {
      begins(0, 1, Band.MEDIUM).until(14);
      story.tells("0 raised MEDIUM NURSE");
      story.until(60).tells("0 raised MEDIUM NURSE", "15 escalated MEDICAL_TEAM");
    }

    @Test
    void aSingleParameterOfThreeIsToldToTheMedicalTeamAfterHalfAnHour() {
      begins(0, 1, Band.LOW_MEDIUM).until(29);
      story.tells("0 raised MEDIUM NURSE");
      story.until(60).tells("0 raised MEDIUM NURSE", "30 escalated MEDICAL_TEAM");
    }

    @Test
    void anUpgradeTellsAlongTheMoreUrgentChainAnew() {
      begins(0, 1, Band.LOW_MEDIUM).until(10);
      changes(10, 1, Band.LOW_MEDIUM, Band.HIGH).until(60);
      story.tells(
          "0 raised MEDIUM NURSE",
          "10 upgraded HIGH NURSE",
          "15 escalated REGISTRAR",
          "25 escalated CRITICAL_CARE");
    }

    @Test
    void aDowngradeGoesOnAlongTheLessUrgentChainWithTheTimeThatHasPassed() {
      begins(0, 1, Band.HIGH).until(3);
      changes(3, 1, Band.HIGH, Band.MEDIUM).until(60);
      story.tells("0 raised HIGH NURSE", "3 downgraded MEDIUM", "15 escalated MEDICAL_TEAM");
    }

    @Test
    void aDowngradeTellsNobodyTwice() {
      begins(0, 1, Band.HIGH).until(6);
      changes(6, 1, Band.HIGH, Band.MEDIUM).until(60);
      story.tells("0 raised HIGH NURSE", "5 escalated REGISTRAR", "6 downgraded MEDIUM");
    }
  }

  @Nested
  class OnceAcknowledged {
    @Test
    void escalationStopsAtOnce() {
      begins(0, 1, Band.HIGH).until(4);
      story.acknowledged(FIRST, 4).until(60);
      story.tells("0 raised HIGH NURSE", "4 acknowledged");
      story.waitsForNothing();
    }

    @Test
    void aDeadlineThatFiresBeforeTheSagaKnowsTellsNobody() {
      begins(0, 1, Band.HIGH).until(4);
      story.lags().acknowledged(FIRST, 4).until(60);
      story.tells("0 raised HIGH NURSE", "4 acknowledged");
      story.catchesUp().waitsForNothing();
    }

    @Test
    void theAlertIsOverWithTheBreach() {
      begins(0, 1, Band.HIGH);
      story.acknowledged(FIRST, 4);
      ends(10, 1, BreachEnd.CLEARED);
      story.tells("0 raised HIGH NURSE", "4 acknowledged", "10 ended CLEARED").leavesNothing();
    }

    @Test
    void anUpgradeIsOnAgainAndEscalates() {
      begins(0, 1, Band.MEDIUM);
      story.acknowledged(FIRST, 4).until(10);
      changes(10, 1, Band.MEDIUM, Band.HIGH).until(16);
      story.tells(
          "0 raised MEDIUM NURSE",
          "4 acknowledged",
          "10 upgraded HIGH NURSE",
          "15 escalated REGISTRAR");
    }

    @Test
    void anUpgradeThatTheSagaSendsBeforeItKnowsStillEscalates() {
      begins(0, 1, Band.MEDIUM);
      story.lags().acknowledged(FIRST, 4);
      changes(5, 1, Band.MEDIUM, Band.HIGH);
      story.catchesUp().until(11);
      story.tells(
          "0 raised MEDIUM NURSE",
          "4 acknowledged",
          "5 upgraded HIGH NURSE",
          "10 escalated REGISTRAR");
    }

    @Test
    void aDowngradeKeepsItAcknowledged() {
      begins(0, 1, Band.HIGH);
      story.acknowledged(FIRST, 2);
      changes(3, 1, Band.HIGH, Band.MEDIUM).until(60);
      story.tells("0 raised HIGH NURSE", "2 acknowledged", "3 downgraded MEDIUM");
    }
  }

  @Nested
  class WhenTheBreachEndsUnseen {
    @Test
    void theAlertLatchesAndTellsNobodyFurther() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED).until(60);
      story.tells("0 raised HIGH NURSE", "3 latched CLEARED").goesOn();
    }

    @Test
    void acknowledgementEndsIt() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED);
      story.acknowledged(FIRST, 9);
      story
          .tells("0 raised HIGH NURSE", "3 latched CLEARED", "9 acknowledged", "9 ended CLEARED")
          .leavesNothing();
    }

    @Test
    void theNextBreachReturnsTheSameAlertAndEscalatesIt() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED).until(20);
      begins(20, 2, Band.HIGH).until(26);
      story.tells(
          "0 raised HIGH NURSE", "3 latched CLEARED", "20 returned HIGH", "25 escalated REGISTRAR");
      assertThat(story.alerts()).containsExactly(FIRST);
    }

    @Test
    void aMoreUrgentBreachUpgradesTheSameAlert() {
      begins(0, 1, Band.MEDIUM);
      ends(3, 1, BreachEnd.CLEARED);
      begins(20, 2, Band.HIGH);
      story.tells("0 raised MEDIUM NURSE", "3 latched CLEARED", "20 upgraded HIGH NURSE");
      assertThat(story.alerts()).containsExactly(FIRST);
    }

    @Test
    void theNextBreachRaisesAnotherAlertWhenItWasAcknowledgedInBetween() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED);
      story.acknowledged(FIRST, 9);
      begins(20, 2, Band.MEDIUM);
      story.tells(
          "0 raised HIGH NURSE",
          "3 latched CLEARED",
          "9 acknowledged",
          "9 ended CLEARED",
          "20 raised MEDIUM NURSE");
      assertThat(story.alerts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void theNextBreachRaisesAnotherAlertWhenTheSagaDidNotKnowOfTheAcknowledgement() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED);
      story.lags().acknowledged(FIRST, 9);
      begins(20, 2, Band.HIGH);
      assertThat(story.catchesUp().alerts()).containsExactly(FIRST, SECOND);
      story.until(26);
      story.tells(
          "0 raised HIGH NURSE",
          "3 latched CLEARED",
          "9 acknowledged",
          "9 ended CLEARED",
          "20 raised HIGH NURSE",
          "25 escalated REGISTRAR");
      story.goesOn();
    }

    @Test
    void theEndOfTheStayEndsTheAlert() {
      begins(0, 1, Band.HIGH);
      ends(3, 1, BreachEnd.CLEARED);
      logged(new MonitoringStopped(MONITORING, PATIENT, STAY, BED, minute(30)));
      story
          .tells("0 raised HIGH NURSE", "3 latched CLEARED", "30 ended STAY_ENDED")
          .leavesNothing();
    }
  }

  @Test
  void aBreachThatRestedOnWrongDataEndsItsAlertAsRetracted() {
    begins(0, 1, Band.HIGH);
    ends(3, 1, BreachEnd.RETRACTED);
    story.tells("0 raised HIGH NURSE", "3 ended RETRACTED").leavesNothing();
  }

  @Test
  void theEndOfTheStayEndsAnAlertThatIsOn() {
    begins(0, 1, Band.HIGH);
    ends(3, 1, BreachEnd.STAY_ENDED);
    logged(new MonitoringStopped(MONITORING, PATIENT, STAY, BED, minute(3)));
    story.tells("0 raised HIGH NURSE", "3 ended STAY_ENDED").leavesNothing();
  }

  @Test
  void aBreachThatAPlanSwitchedOffLatches() {
    begins(0, 1, Band.HIGH);
    ends(3, 1, BreachEnd.PLAN_CHANGED);
    story.tells("0 raised HIGH NURSE", "3 latched PLAN_CHANGED").goesOn();
  }

  @Test
  void theAlertMovesWithThePatient() {
    begins(0, 1, Band.HIGH);
    logged(new MonitoringMoved(MONITORING, PATIENT, STAY, BED, OTHER_BED, minute(2)));
    story.until(6).tells("0 raised HIGH NURSE", "2 moved icu", "5 escalated REGISTRAR");
  }

  @Test
  void twoRulesOfOneStayHaveAnAlertEach() {
    begins(0, 1, Band.MEDIUM);
    logged(began(1, 1, BreachRule.limit(Vital.PULSE), Band.MEDIUM));
    ends(3, 1, BreachEnd.CLEARED);
    story.acknowledged(FIRST, 4);
    story
        .until(17)
        .tells(
            "0 raised MEDIUM NURSE",
            "1 raised MEDIUM NURSE",
            "3 latched CLEARED",
            "4 acknowledged",
            "4 ended CLEARED",
            "16 escalated MEDICAL_TEAM");
    story.goesOn();
  }

  @Nested
  class AfterAKill {
    @Test
    void theSameEventRaisesNothingTwice() {
      begins(0, 1, Band.HIGH);
      story = story.afterKill(Visible.class);
      begins(0, 1, Band.HIGH).until(6);
      story.tells("0 raised HIGH NURSE", "5 escalated REGISTRAR");
    }

    @Test
    void aWholeEpisodeThatComesAgainChangesNothing() {
      wholeBreaches();
      story.acknowledged(FIRST, 7).tells(STORY);
      story = story.afterKill(Visible.class);
      wholeBreaches();
      story.tells(STORY).leavesNothing();
    }

    @Test
    void aChainThatAnUpgradeHasReplacedIsNotBegunAgain() {
      begins(0, 1, Band.MEDIUM).until(14);
      changes(14, 1, Band.MEDIUM, Band.HIGH);
      story = story.afterKill(Visible.class);
      begins(0, 1, Band.MEDIUM).until(16).waitsForNothing();
      story.tells("0 raised MEDIUM NURSE", "14 upgraded HIGH NURSE");
      changes(14, 1, Band.MEDIUM, Band.HIGH).until(20);
      story.tells("0 raised MEDIUM NURSE", "14 upgraded HIGH NURSE", "19 escalated REGISTRAR");
    }

    @Test
    void whatWasAcknowledgedMeanwhileIsNotEscalated() {
      begins(0, 1, Band.HIGH);
      story.acknowledged(FIRST, 1);
      story = story.afterKill(Visible.class).lags();
      begins(0, 1, Band.HIGH).until(60);
      story.catchesUp().tells("0 raised HIGH NURSE", "1 acknowledged").waitsForNothing();
    }

    @Test
    void anEpisodeThatComesAgainWhileItsAlertIsOpenChangesNothing() {
      wholeBreaches();
      String[] before = Arrays.copyOf(STORY, 7);
      story.tells(before);
      story = story.afterKill(Visible.class);
      wholeBreaches();
      story.tells(before).goesOn();
    }

    private static final String[] STORY = {
      "0 raised MEDIUM NURSE",
      "1 upgraded HIGH NURSE",
      "2 downgraded MEDIUM",
      "3 upgraded HIGH NURSE",
      "4 latched CLEARED",
      "5 returned HIGH",
      "6 latched CLEARED",
      "7 acknowledged",
      "7 ended CLEARED"
    };

    private void wholeBreaches() {
      story.lags();
      begins(0, 1, Band.MEDIUM);
      changes(1, 1, Band.MEDIUM, Band.HIGH);
      changes(2, 1, Band.HIGH, Band.MEDIUM);
      changes(3, 1, Band.MEDIUM, Band.HIGH);
      ends(4, 1, BreachEnd.CLEARED);
      begins(5, 2, Band.HIGH);
      ends(6, 2, BreachEnd.CLEARED);
      story.catchesUp();
    }
  }

  private SagaStory<Visible> begins(long minute, int episode, Band level) {
    return logged(began(minute, episode, BreachRule.NEWS2, level));
  }

  private SagaStory<Visible> changes(long minute, int episode, Band from, Band to) {
    return logged(
        new BreachLevelChanged(
            MONITORING,
            PATIENT,
            STAY,
            BED,
            BreachRule.NEWS2,
            episode,
            from,
            to,
            new ObservationId("set-" + minute),
            false,
            List.of(),
            false,
            minute(minute),
            minute(minute)));
  }

  private SagaStory<Visible> ends(long minute, int episode, BreachEnd reason) {
    return logged(
        new BreachEnded(
            MONITORING,
            PATIENT,
            STAY,
            BED,
            BreachRule.NEWS2,
            episode,
            reason,
            new ObservationId("set-" + minute),
            minute(minute)));
  }

  private SagaStory<Visible> logged(Object event) {
    return story.happens(MONITORING.value(), event);
  }

  private static BreachBegan began(long minute, int episode, BreachRule rule, Band level) {
    return new BreachBegan(
        MONITORING,
        PATIENT,
        STAY,
        BED,
        rule,
        episode,
        level,
        new ObservationId("set-" + minute),
        false,
        List.of(),
        false,
        minute(minute),
        minute(minute));
  }
}
