package health.vigil.axon.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A log that remembers from where it was read. */
final class ReadLog extends InMemoryEventStorageEngine {

  final List<Long> readFrom = new ArrayList<>();
  private @Nullable List<DomainEventMessage<?>> restored;
  private long hiddenFrom = Long.MAX_VALUE;

  /** As if a backup without these events had been restored. */
  void loseFrom(long sequence) {
    hiddenFrom = sequence;
  }

  /** As if a backup had been restored and these events had happened since. */
  void replaceBy(String stream, Object... payloads) {
    List<DomainEventMessage<?>> events = new ArrayList<>();
    for (Object payload : payloads) {
      events.add(new GenericDomainEventMessage<>("Shelf", stream, events.size(), payload));
    }
    restored = events;
  }

  @Override
  public DomainEventStream readEvents(String stream, long firstSequence) {
    readFrom.add(firstSequence);
    if (restored != null) {
      return DomainEventStream.of(restored)
          .filter(event -> event.getSequenceNumber() >= firstSequence);
    }
    return super.readEvents(stream, firstSequence)
        .filter(event -> event.getSequenceNumber() < hiddenFrom);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
    return Optional.empty();
  }
}
