package health.vigil.alert;

import static health.vigil.alert.AlertFixture.ALERT;
import static health.vigil.alert.AlertFixture.REGISTRAR;
import static health.vigil.alert.AlertFixture.minute;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.junit.jupiter.api.Test;

class StateAsJsonTest {
  @Test
  void anEscalationComesBackWithItsDeadlines() throws Exception {
    Escalation escalation = new Escalation();
    EscalationChain chain = EscalationChain.of("NURSE").then("REGISTRAR", REGISTRAR.after());
    AlertState answer = new AlertState(Presence.ON, 10, 7);
    KeptState.inSaga(
        () ->
            escalation.start(
                chain, ALERT, 10, minute(0), answer, new StubDeadlineManager(minute(0))));
    KeptState.comesBack(escalation, "\"revision\":7");
  }

  @Test
  void aSagaComesBack() throws JsonProcessingException {
    KeptState.comesBack(new WhenBreachThenAlert(), "\"level\":\"LOW\"");
  }

  @Test
  void aDeadlineComesBack() throws JsonProcessingException {
    KeptState.comesBack(
        new EscalationDue(ALERT, REGISTRAR, 10, minute(5)), "\"role\":\"REGISTRAR\"");
  }
}
