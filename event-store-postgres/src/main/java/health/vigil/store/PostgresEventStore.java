package health.vigil.store;

import health.vigil.store.read.LogReader;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon uses it.
 *
 * <p>A stream of an aggregate is read in one round trip, with its snapshot. Whoever tracks the log
 * reads what it holds ahead of his handlers, and what is appended, by whichever node, from memory
 * that all trackers of this node share. An event whose type or revision is unknown is never
 * skipped: reading fails with an {@link UnreadableEventException}, after what was before it.
 *
 * <p>What can not be decoded although its type is known fails when its payload is asked for.
 */
public final class PostgresEventStore extends AbstractEventStore {

  private final LogReader reader;

  PostgresEventStore(EventStorageEngine engine, LogReader reader) {
    super(new Builder().storageEngine(engine));
    this.reader = reader;
  }

  /**
   * The newest snapshot and the events that follow it, then those that the unit of work has
   * published. A snapshot that is refused or can not be read is told, and all events are read.
   */
  @Override
  public DomainEventStream readEvents(String stream) {
    return DomainEventStream.concat(
        reader.withSnapshot(stream), DomainEventStream.of(stagedDomainEventMessages(stream)));
  }

  @Override
  public DomainEventStream readEvents(String stream, long firstSequence) {
    return DomainEventStream.concat(
        reader.from(stream, firstSequence),
        DomainEventStream.of(
            stagedDomainEventMessages(stream)
                .filter(event -> event.getSequenceNumber() >= firstSequence)));
  }

  /** The log after a token, from its beginning when there is none. */
  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    return openStream(token, ReadFilter.NONE);
  }

  /**
   * The log after a token without what the filter excludes. Some of that comes nevertheless, so
   * that the token moves on to the head of the log.
   *
   * @throws IllegalArgumentException when the token is not of this log
   */
  public TrackingEventStream openStream(@Nullable TrackingToken token, ReadFilter filter) {
    return reader.open(position(token), filter);
  }

  private static long position(@Nullable TrackingToken token) {
    if (token == null) {
      return 0;
    }
    if (token instanceof GlobalSequenceTrackingToken global) {
      return global.getGlobalIndex();
    }
    throw new IllegalArgumentException(
        "A token of the log is a position, not a " + token.getClass().getSimpleName());
  }

  private static final class Builder extends AbstractEventStore.Builder {}
}
