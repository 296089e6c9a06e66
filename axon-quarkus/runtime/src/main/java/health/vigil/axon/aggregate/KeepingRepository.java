package health.vigil.axon.aggregate;

import java.util.function.Predicate;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/**
 * A repository that keeps aggregates in memory, and never decides on an old one: what the log has
 * beyond the state in memory is read and applied at each load, whichever node appended it.
 *
 * <p>A unit of work takes an aggregate out under the repository's lock and gives it back when it
 * has committed; one that is rolled back does not give back what it has touched.
 */
public final class KeepingRepository<A> extends EventSourcingRepository<A> {

  private final EventStore eventStore;
  private final Kept<EventSourcedAggregate<A>> kept;

  /**
   * @param eventStore the one that the builder has
   * @param most aggregates in memory
   */
  public KeepingRepository(Builder<A> builder, EventStore eventStore, int most) {
    super(builder);
    this.eventStore = eventStore;
    this.kept = new Kept<>(most);
  }

  /** Drops what is in memory and in no one's hands; the log is as it was. */
  void forget(Predicate<Object> which) {
    kept.removeIf(aggregate -> which.test(aggregate.getAggregateRoot()));
  }

  @Override
  protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expectedVersion) {
    EventSourcedAggregate<A> known = kept.take(id);
    if (known == null || !isBroughtUpToDate(known, id)) {
      return super.doLoadWithLock(id, expectedVersion);
    }
    if (known.isDeleted()) {
      throw new AggregateDeletedException(id);
    }
    return known;
  }

  /**
   * Applies what is new. The last event that it knows is read once more: should the log not have
   * it, the state is of another log, one that was restored from a backup, say.
   */
  private boolean isBroughtUpToDate(EventSourcedAggregate<A> known, String id) {
    DomainEventStream events = eventStore.readEvents(id, known.version());
    if (!events.hasNext() || events.next().getSequenceNumber() != known.version()) {
      return false;
    }
    if (events.hasNext()) {
      known.initializeState(events);
    }
    return true;
  }

  @Override
  protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
    super.doSaveWithLock(aggregate);
    CurrentUnitOfWork.get().afterCommit(work -> giveBack(aggregate, work.root()));
  }

  /** A part of the work that was rolled back has taken its aggregates out of those managed. */
  private void giveBack(EventSourcedAggregate<A> aggregate, UnitOfWork<?> work) {
    String id = aggregate.identifierAsString();
    LockAwareAggregate<A, EventSourcedAggregate<A>> managed = managedAggregates(work).get(id);
    if (managed != null
        && managed.getWrappedAggregate() == aggregate
        && aggregate.version() != null) {
      kept.giveBack(id, aggregate);
    }
  }
}
