package health.vigil.axon.aggregate;

import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** One node: a repository of shelves in memory, and the units of work of its commands. */
final class Node {

  private final KeepingRepository<Shelf> shelves;

  Node(EventStorageEngine log, int most, SnapshotTriggerDefinition snapshots) {
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(log).build();
    EventSourcingRepository.Builder<Shelf> settings =
        EventSourcingRepository.builder(Shelf.class)
            .eventStore(store)
            .snapshotTriggerDefinition(snapshots);
    shelves = new KeepingRepository<>(settings, store, most);
  }

  void build(String shelf) {
    command(
        repository -> {
          try {
            return repository.newInstance(() -> Shelf.built(shelf));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  int put(String shelf) {
    return command(repository -> repository.load(shelf).invoke(Shelf::put));
  }

  void forget(Predicate<Object> which) {
    shelves.forget(which);
  }

  int things(String shelf) {
    return command(repository -> repository.load(shelf).invoke(Shelf::things));
  }

  /** Puts something on it, and then finds that it must not. */
  void putInVain(String shelf) {
    command(
        repository -> {
          repository.load(shelf).execute(Shelf::put);
          throw new IllegalStateException("in vain");
        });
  }

  private <R> R command(Function<KeepingRepository<Shelf>, R> handling) {
    ResultMessage<R> result =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("command"))
            .executeWithResult(() -> handling.apply(shelves));
    if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException failure) {
      throw failure;
    }
    return result.getPayload();
  }
}
