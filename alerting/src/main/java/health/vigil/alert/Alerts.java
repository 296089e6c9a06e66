package health.vigil.alert;

import health.vigil.alert.AlertCommand.LookAtAlert;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** How sagas speak to alerts. */
public final class Alerts {
  private Alerts() {}

  /**
   * Sends the command and waits for how the alert stands after it. A command that was recorded
   * before has no answer, such as a move that a later one has undone since: then the alert is
   * asked.
   */
  public static AlertState ask(CommandGateway commands, AlertCommand command) {
    AlertState answer = commands.sendAndWait(command);
    return answer != null
        ? answer
        : commands.sendAndWait(new LookAtAlert(command.alertId(), command.at()));
  }
}
