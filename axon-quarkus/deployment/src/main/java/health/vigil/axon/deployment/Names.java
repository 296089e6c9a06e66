package health.vigil.axon.deployment;

import java.util.List;
import org.jboss.jandex.DotName;

/** The annotations and types that discovery looks for. */
final class Names {

  static final DotName AGGREGATE_ROOT =
      DotName.createSimple("org.axonframework.modelling.command.AggregateRoot");
  static final DotName AGGREGATE_IDENTIFIER =
      DotName.createSimple("org.axonframework.modelling.command.AggregateIdentifier");
  static final DotName AGGREGATE_MEMBER =
      DotName.createSimple("org.axonframework.modelling.command.AggregateMember");
  static final DotName COMMAND_HANDLER =
      DotName.createSimple("org.axonframework.commandhandling.CommandHandler");
  static final DotName EVENT_HANDLER =
      DotName.createSimple("org.axonframework.eventhandling.EventHandler");
  static final DotName EVENT_SOURCING_HANDLER =
      DotName.createSimple("org.axonframework.eventsourcing.EventSourcingHandler");
  static final DotName SAGA_EVENT_HANDLER =
      DotName.createSimple("org.axonframework.modelling.saga.SagaEventHandler");
  static final DotName QUERY_HANDLER =
      DotName.createSimple("org.axonframework.queryhandling.QueryHandler");
  static final DotName DEADLINE_HANDLER =
      DotName.createSimple("org.axonframework.deadline.annotation.DeadlineHandler");
  static final DotName RESET_HANDLER =
      DotName.createSimple("org.axonframework.eventhandling.ResetHandler");
  static final DotName START_HANDLER =
      DotName.createSimple("org.axonframework.lifecycle.StartHandler");
  static final DotName SHUTDOWN_HANDLER =
      DotName.createSimple("org.axonframework.lifecycle.ShutdownHandler");
  static final DotName PROCESSING_GROUP =
      DotName.createSimple("org.axonframework.config.ProcessingGroup");
  static final DotName REVISION = DotName.createSimple("org.axonframework.serialization.Revision");
  static final DotName JSON_TYPE_NAME =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonTypeName");
  static final DotName REPOSITORY =
      DotName.createSimple("org.axonframework.modelling.command.Repository");

  /** Every annotation of a handler method. */
  static final List<DotName> HANDLERS =
      List.of(
          COMMAND_HANDLER,
          EVENT_HANDLER,
          EVENT_SOURCING_HANDLER,
          SAGA_EVENT_HANDLER,
          QUERY_HANDLER,
          DEADLINE_HANDLER,
          RESET_HANDLER);

  /** Those whose payload is an event of the log. */
  static final List<DotName> EVENT_HANDLERS =
      List.of(EVENT_HANDLER, EVENT_SOURCING_HANDLER, SAGA_EVENT_HANDLER);

  private Names() {}
}
