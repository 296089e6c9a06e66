package health.vigil.axon.aggregate;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.jspecify.annotations.Nullable;

/** Sees every event that an aggregate applies, as its snapshot trigger, and remembers the last. */
final class LastEvent implements SnapshotTrigger {

  private final Class<?> aggregate;
  private final SnapshotTrigger trigger;
  private @Nullable String identifier;

  private LastEvent(Class<?> aggregate, SnapshotTrigger trigger) {
    this.aggregate = aggregate;
    this.trigger = trigger;
  }

  /** Triggers when the other one does. */
  static SnapshotTriggerDefinition with(SnapshotTriggerDefinition snapshots) {
    return aggregate -> new LastEvent(aggregate, snapshots.prepareTrigger(aggregate));
  }

  /** After a snapshot alone, whose identifier is its own, any event may be the last. */
  boolean mayBe(DomainEventMessage<?> event) {
    return identifier == null || identifier.equals(event.getIdentifier());
  }

  @Override
  public void eventHandled(EventMessage<?> event) {
    boolean snapshot = aggregate.isAssignableFrom(event.getPayloadType());
    identifier = snapshot ? null : event.getIdentifier();
    trigger.eventHandled(event);
  }

  @Override
  public void initializationFinished() {
    trigger.initializationFinished();
  }
}
