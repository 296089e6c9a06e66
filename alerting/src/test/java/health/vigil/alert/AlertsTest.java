package health.vigil.alert;

import static health.vigil.alert.AlertFixture.ALERT;
import static health.vigil.alert.AlertFixture.BED;
import static health.vigil.alert.AlertFixture.minute;
import static health.vigil.alert.AlertFixture.raise;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertCommand.LookAtAlert;
import health.vigil.alert.AlertCommand.MoveAlert;
import health.vigil.monitoring.score.Band;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private final RealAlerts alerts = new RealAlerts();

  @Test
  void aCommandThatWasRecordedBeforeIsAnsweredWithHowTheAlertStands() {
    AlertState raised = Alerts.ask(alerts.gateway(), raise(Band.HIGH));

    AlertState answer =
        Alerts.ask(whereMovesAreRecordedAlready(), new MoveAlert(ALERT, BED, minute(1)));

    assertThat(answer).isEqualTo(raised);
    assertThat(alerts.log()).hasSize(1);
  }

  private CommandGateway whereMovesAreRecordedAlready() {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    var moves = bus.subscribe(MoveAlert.class.getName(), move -> null);
    var looks =
        bus.subscribe(
            LookAtAlert.class.getName(), look -> alerts.gateway().sendAndWait(look.getPayload()));
    assertThat(moves).isNotSameAs(looks);
    return DefaultCommandGateway.builder().commandBus(bus).build();
  }
}
