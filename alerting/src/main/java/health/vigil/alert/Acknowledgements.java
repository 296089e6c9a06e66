package health.vigil.alert;

import health.vigil.alert.AlertCommand.AcknowledgeAlert;
import health.vigil.refusal.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Acknowledges the alerts that people name, which may be none. */
class Acknowledgements {
  @CommandHandler
  AlertState handle(AcknowledgeAlert command, Repository<Alert> alerts) throws Exception {
    return load(command.alertId(), alerts).invoke(alert -> alert.acknowledge(command.at()));
  }

  private static Aggregate<Alert> load(AlertId alert, Repository<Alert> alerts) {
    try {
      return alerts.load(alert.value());
    } catch (AggregateNotFoundException unknown) {
      Refusal refusal = Refusal.notFound("alert");
      refusal.initCause(unknown);
      throw refusal;
    }
  }
}
