package health.vigil.alert;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** How sagas speak to alerts. */
public final class Alerts {
  private Alerts() {}

  /**
   * Sends the command and waits for how the alert stands after it.
   *
   * @throws IllegalStateException when another node was doing the same just now; sent again, the
   *     alert answers
   */
  public static AlertState ask(CommandGateway commands, AlertCommand command) {
    AlertState answer = commands.sendAndWait(command);
    if (answer == null) {
      throw new IllegalStateException(
          "alert " + command.alertId() + " was changed by another node at the same time");
    }
    return answer;
  }
}
