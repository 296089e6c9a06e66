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
    return ask(commands, command, Origin.now());
  }

  /** As {@link #ask(CommandGateway, AlertCommand)}, for what something else led to. */
  public static AlertState ask(CommandGateway commands, AlertCommand command, Origin origin) {
    AlertState answer = commands.sendAndWait(origin.command(command));
    return answer != null
        ? answer
        : commands.sendAndWait(new LookAtAlert(command.alertId(), command.at()));
  }
}
