package health.vigil.alert;

import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.utils.CallbackBehavior;

/** The alerts themselves, with their log in memory: what the commands of a saga do is seen here. */
public final class RealAlerts implements CallbackBehavior {
  private final List<AlertEvent> log = new ArrayList<>();
  private final CommandGateway gateway;

  public RealAlerts() {
    EmbeddedEventStore store =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    store.subscribe(events -> events.forEach(event -> log.add((AlertEvent) event.getPayload())));
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    Repository<Alert> alerts =
        EventSourcingRepository.builder(Alert.class).eventStore(store).build();
    AggregateAnnotationCommandHandler.<Alert>builder()
        .aggregateType(Alert.class)
        .repository(alerts)
        .build()
        .subscribe(bus);
    new AnnotationCommandHandlerAdapter<>(
            new Acknowledgements(),
            MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Alert.class),
                new SimpleResourceParameterResolverFactory(List.of(alerts))))
        .subscribe(bus);
    gateway = DefaultCommandGateway.builder().commandBus(bus).build();
  }

  @Override
  public Object handle(Object command, MetaData metaData) {
    return gateway.sendAndWait(command);
  }

  public CommandGateway gateway() {
    return gateway;
  }

  public void acknowledge(AlertId alert, Instant at) {
    AlertState answer = gateway.sendAndWait(new AlertCommand.AcknowledgeAlert(alert, at));
    if (answer.presence() == Presence.ON) {
      throw new AssertionError("acknowledged, and still on");
    }
  }

  /** Everything that happened to any alert, in order. */
  public List<AlertEvent> log() {
    return List.copyOf(log);
  }

  /** The same in words, with minutes since {@code start}. */
  public List<String> story(Instant start) {
    return log.stream()
        .map(event -> Duration.between(start, event.at()).toMinutes() + " " + inWords(event))
        .toList();
  }

  private static String inWords(AlertEvent event) {
    if (event instanceof AlertRaised e) {
      return "raised " + e.priority() + " " + e.step().role();
    } else if (event instanceof AlertUpgraded e) {
      return "upgraded " + e.priority() + " " + e.step().role();
    } else if (event instanceof AlertDowngraded e) {
      return "downgraded " + e.priority();
    } else if (event instanceof AlertReturned e) {
      return "returned " + e.priority();
    } else if (event instanceof AlertEscalated e) {
      return "escalated " + e.step().role();
    } else if (event instanceof AlertLatched e) {
      return "latched " + e.reason();
    } else if (event instanceof AlertEnded e) {
      return "ended " + e.reason();
    } else if (event instanceof AlertMoved e) {
      return "moved " + e.bed().ward();
    } else if (event instanceof AlertAcknowledged) {
      return "acknowledged";
    }
    throw new AssertionError(event);
  }
}
