package health.vigil.alert;

import static health.vigil.alert.AlertFixture.CRITICAL_CARE;
import static health.vigil.alert.AlertFixture.OTHER_BED;
import static health.vigil.alert.AlertFixture.REGISTRAR;
import static health.vigil.alert.AlertFixture.acknowledge;
import static health.vigil.alert.AlertFixture.acknowledged;
import static health.vigil.alert.AlertFixture.clear;
import static health.vigil.alert.AlertFixture.comeBack;
import static health.vigil.alert.AlertFixture.downgrade;
import static health.vigil.alert.AlertFixture.downgraded;
import static health.vigil.alert.AlertFixture.ended;
import static health.vigil.alert.AlertFixture.escalate;
import static health.vigil.alert.AlertFixture.escalated;
import static health.vigil.alert.AlertFixture.latched;
import static health.vigil.alert.AlertFixture.move;
import static health.vigil.alert.AlertFixture.moved;
import static health.vigil.alert.AlertFixture.raise;
import static health.vigil.alert.AlertFixture.raised;
import static health.vigil.alert.AlertFixture.returned;
import static health.vigil.alert.AlertFixture.upgrade;
import static health.vigil.alert.AlertFixture.upgraded;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.monitoring.score.Band;
import health.vigil.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.FeatureMatcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertTest {
  private final FixtureConfiguration<Alert> alert = new AggregateTestFixture<>(Alert.class);

  @Test
  void isRaisedOnceHoweverOftenItIsAsked() {
    alert
        .givenNoPriorActivity()
        .when(raise(Band.HIGH))
        .expectEvents(raised(Band.HIGH))
        .expectResultMessagePayload(new AlertState(Presence.ON, 10, 0));
    nothingHappens(
        given(raised(Band.HIGH)).when(raise(Band.HIGH)), new AlertState(Presence.ON, 10, 0));
  }

  @Test
  void isNotRaisedAgainWhenItIsOver() {
    nothingHappens(
        given(raised(Band.HIGH), acknowledged(1), ended(AlertEnd.CLEARED, 2))
            .when(raise(Band.HIGH)),
        new AlertState(Presence.OFF, 10, 2));
  }

  @Nested
  class WhenTheConditionIsGone {
    @ParameterizedTest
    @EnumSource(
        value = Band.class,
        names = {"HIGH", "MEDIUM", "LOW_MEDIUM"})
    void latchesUntilSomebodyAcknowledges(Band level) {
      given(raised(level))
          .when(clear(AlertEnd.CLEARED, 11, 5))
          .expectEvents(latched(AlertEnd.CLEARED, 11, 5))
          .expectResultMessagePayload(new AlertState(Presence.LATCHED, 11, 1));
    }

    @Test
    void isOverAtOnceWhenItDoesNotLatch() {
      given(raised(Band.LOW))
          .when(clear(AlertEnd.CLEARED, 11, 5))
          .expectEvents(ended(AlertEnd.CLEARED, 5))
          .expectResultMessagePayload(new AlertState(Presence.OFF, 10, 1));
    }

    @ParameterizedTest
    @EnumSource(AlertEnd.class)
    void isOverWhenItWasAcknowledged(AlertEnd reason) {
      given(raised(Band.HIGH), acknowledged(1))
          .when(clear(reason, 11, 5))
          .expectEvents(ended(reason, 5));
    }

    @Test
    void isOverAsRetractedWhenItRestedOnWrongData() {
      given(raised(Band.HIGH))
          .when(clear(AlertEnd.RETRACTED, 11, 5))
          .expectEvents(ended(AlertEnd.RETRACTED, 5));
    }

    @Test
    void latchesAgainWhenOnlyItsReturnRestedOnWrongData() {
      given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5), returned(12, 6))
          .when(clear(AlertEnd.RETRACTED, 13, 7))
          .expectEvents(latched(AlertEnd.RETRACTED, 13, 7));
    }

    @Test
    void latchesWhenThePlanSwitchedItsRuleOff() {
      given(raised(Band.HIGH))
          .when(clear(AlertEnd.PLAN_CHANGED, 11, 5))
          .expectEvents(latched(AlertEnd.PLAN_CHANGED, 11, 5));
    }

    @Test
    void isOverWithTheStayEvenWhenLatched() {
      given(raised(Band.HIGH))
          .when(clear(AlertEnd.STAY_ENDED, 11, 5))
          .expectEvents(ended(AlertEnd.STAY_ENDED, 5));
      given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5))
          .when(clear(AlertEnd.STAY_ENDED, 12, 6))
          .expectEvents(ended(AlertEnd.STAY_ENDED, 6));
    }

    @Test
    void doesNothingTwiceOrTooLate() {
      nothingHappens(
          given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5))
              .when(clear(AlertEnd.CLEARED, 11, 5)),
          new AlertState(Presence.LATCHED, 11, 1));
      nothingHappens(
          given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5), returned(12, 6))
              .when(clear(AlertEnd.CLEARED, 11, 5)),
          new AlertState(Presence.ON, 12, 2));
      nothingHappens(
          given(raised(Band.LOW), ended(AlertEnd.CLEARED, 5)).when(clear(AlertEnd.CLEARED, 11, 5)),
          new AlertState(Presence.OFF, 10, 1));
    }
  }

  @Nested
  class WhenAcknowledged {
    @Test
    void staysUntilTheConditionIsGone() {
      given(raised(Band.HIGH))
          .when(acknowledge(3))
          .expectEvents(acknowledged(3))
          .expectResultMessagePayload(new AlertState(Presence.ACK, 10, 1));
    }

    @Test
    void isOverWhenTheConditionWasGoneBefore() {
      given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5))
          .when(acknowledge(7))
          .expectEvents(acknowledged(7), ended(AlertEnd.CLEARED, 7))
          .expectResultMessagePayload(new AlertState(Presence.OFF, 11, 3));
    }

    @Test
    void refusesToBeAcknowledgedTwice() {
      refused(
          given(raised(Band.HIGH), acknowledged(3)).when(acknowledge(4)), "already-acknowledged");
    }

    @Test
    void whatNeverWasIsNotFound() {
      refused(given().when(acknowledge(3)), "alert-not-found");
    }

    @Test
    void refusesToBeAcknowledgedWhenItIsOver() {
      refused(
          given(raised(Band.LOW), ended(AlertEnd.CLEARED, 5)).when(acknowledge(6)), "alert-over");
    }
  }

  @Nested
  class WhenTheUrgencyChanges {
    @Test
    void isOnAgainWithEscalationAnewEvenWhenAcknowledged() {
      given(raised(Band.MEDIUM), acknowledged(3))
          .when(upgrade(11, 5))
          .expectEvents(upgraded(11, 5))
          .expectResultMessagePayload(new AlertState(Presence.ON, 11, 2));
      given(raised(Band.MEDIUM), escalated(REGISTRAR, 5), acknowledged(6), upgraded(11, 7))
          .when(escalate(REGISTRAR, 11, 12))
          .expectEvents(escalated(REGISTRAR, 12));
    }

    @Test
    void isOnAgainWhenItWasLatched() {
      given(raised(Band.MEDIUM), latched(AlertEnd.CLEARED, 11, 4))
          .when(upgrade(12, 5))
          .expectEvents(upgraded(12, 5))
          .expectResultMessagePayload(new AlertState(Presence.ON, 12, 2));
    }

    @Test
    void keepsItsPresenceWhenItIsLessUrgent() {
      given(raised(Band.HIGH))
          .when(downgrade(11, 5))
          .expectEvents(downgraded(11, 5))
          .expectResultMessagePayload(new AlertState(Presence.ON, 11, 1));
      given(raised(Band.HIGH), acknowledged(3))
          .when(downgrade(11, 5))
          .expectResultMessagePayload(new AlertState(Presence.ACK, 11, 2));
    }

    @Test
    void takesAnEdgeInOnceHoweverItsCommandsAreRepeated() {
      Object[] upThenDown = {raised(Band.MEDIUM), upgraded(11, 5), downgraded(12, 6)};
      AlertState answer = new AlertState(Presence.ON, 12, 2);
      nothingHappens(given(upThenDown).when(upgrade(11, 5)), answer);
      nothingHappens(given(upThenDown).when(downgrade(12, 6)), answer);
    }
  }

  @Nested
  class WhenTheConditionIsBack {
    @Test
    void isOnAgain() {
      given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 5))
          .when(comeBack(12, 6))
          .expectEvents(returned(12, 6))
          .expectResultMessagePayload(new AlertState(Presence.ON, 12, 2));
    }

    @Test
    void isNotBackWhenItIsOver() {
      nothingHappens(
          given(raised(Band.HIGH), acknowledged(3), ended(AlertEnd.CLEARED, 5))
              .when(comeBack(12, 6)),
          new AlertState(Presence.OFF, 10, 2));
    }
  }

  @Nested
  class WhenNobodyAcknowledges {
    @Test
    void tellsTheNextLevelOnce() {
      given(raised(Band.HIGH))
          .when(escalate(REGISTRAR, 10, 5))
          .expectEvents(escalated(REGISTRAR, 5))
          .expectResultMessagePayload(new AlertState(Presence.ON, 10, 1));
      nothingHappens(
          given(raised(Band.HIGH), escalated(REGISTRAR, 5)).when(escalate(REGISTRAR, 10, 5)),
          new AlertState(Presence.ON, 10, 1));
    }

    /** After an outage the deadlines of two levels fire at once, in any order. */
    @Test
    void tellsALevelThatComesAfterAHigherOneAllTheSame() {
      given(raised(Band.HIGH), escalated(CRITICAL_CARE, 15))
          .when(escalate(REGISTRAR, 10, 15))
          .expectEvents(escalated(REGISTRAR, 15));
      given(raised(Band.HIGH), escalated(CRITICAL_CARE, 15), escalated(REGISTRAR, 15))
          .when(escalate(CRITICAL_CARE, 10, 15))
          .expectNoEvents();
    }

    @Test
    void tellsNobodyOnceAcknowledgedLatchedOrOver() {
      given(raised(Band.HIGH), acknowledged(3)).when(escalate(REGISTRAR, 10, 5)).expectNoEvents();
      given(raised(Band.HIGH), latched(AlertEnd.CLEARED, 11, 4))
          .when(escalate(REGISTRAR, 11, 5))
          .expectNoEvents();
      given(raised(Band.LOW), ended(AlertEnd.CLEARED, 4))
          .when(escalate(REGISTRAR, 10, 5))
          .expectNoEvents();
    }

    @Test
    void tellsNobodyAlongAChainThatAnotherHasReplaced() {
      given(raised(Band.MEDIUM), upgraded(11, 4)).when(escalate(REGISTRAR, 10, 5)).expectNoEvents();
    }
  }

  @Nested
  class WhenThePatientMoves {
    @Test
    void movesAlong() {
      given(raised(Band.HIGH)).when(move(OTHER_BED, 2)).expectEvents(moved(2));
      given(raised(Band.HIGH), moved(2)).when(move(OTHER_BED, 2)).expectNoEvents();
    }

    @Test
    void stopsMovingWhenItIsOver() {
      given(raised(Band.LOW), ended(AlertEnd.CLEARED, 1)).when(move(OTHER_BED, 2)).expectNoEvents();
    }

    @Test
    void tellsTheWardWhereThePatientIsNow() {
      given(raised(Band.HIGH), moved(2))
          .when(acknowledge(3))
          .expectEvents(
              new AlertEvent.AlertAcknowledged(
                  AlertFixture.ALERT,
                  AlertFixture.PATIENT,
                  AlertFixture.STAY,
                  OTHER_BED,
                  AlertFixture.minute(3)));
    }
  }

  private static TestExecutor<Alert> given(Object... events) {
    AggregateTestFixture<Alert> fixture = new AggregateTestFixture<>(Alert.class);
    fixture.registerInjectableResource(fixture.getRepository());
    fixture.registerAnnotatedCommandHandler(new Acknowledgements());
    return fixture.given(events);
  }

  private static void nothingHappens(ResultValidator<Alert> result, AlertState answer) {
    result.expectSuccessfulHandlerExecution().expectNoEvents().expectResultMessagePayload(answer);
  }

  private static void refused(ResultValidator<Alert> result, String code) {
    result
        .expectNoEvents()
        .expectException(Refusal.class)
        .expectException(
            new FeatureMatcher<Throwable, String>(equalTo(code), "code", "code") {
              @Override
              protected String featureValueOf(Throwable refusal) {
                return ((Refusal) refusal).code();
              }
            });
  }
}
