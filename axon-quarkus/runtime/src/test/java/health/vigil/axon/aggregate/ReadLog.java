package health.vigil.axon.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** A log that remembers from where it was read. */
final class ReadLog extends InMemoryEventStorageEngine {

  final List<Long> readFrom = new ArrayList<>();
  private long hiddenFrom = Long.MAX_VALUE;

  /** As if a backup without these events had been restored. */
  void loseFrom(long sequence) {
    hiddenFrom = sequence;
  }

  @Override
  public DomainEventStream readEvents(String stream, long firstSequence) {
    readFrom.add(firstSequence);
    return super.readEvents(stream, firstSequence)
        .filter(event -> event.getSequenceNumber() < hiddenFrom);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
    return Optional.empty();
  }
}
