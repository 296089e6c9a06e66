package health.vigil.store.read;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Reads the streams of aggregates, each in one round trip unless it is very long. */
final class Streams {

  private static final Logger LOG = System.getLogger(Streams.class.getName());

  private static final String EVENTS =
      "SELECT position, "
          + StoredEvent.COLUMNS
          + " FROM vigil.events WHERE stream_id = ? AND sequence_number >= ?"
          + " ORDER BY sequence_number LIMIT "
          + Pages.ROWS;

  private static final String WITH_SNAPSHOT =
      "WITH snapshot AS (SELECT "
          + StoredEvent.SNAPSHOT
          + "::bigint AS position, "
          + StoredEvent.COLUMNS
          + " FROM vigil.snapshots WHERE stream_id = ?) SELECT * FROM snapshot UNION ALL"
          + " (SELECT position, "
          + StoredEvent.COLUMNS
          + " FROM vigil.events WHERE stream_id = ?"
          + " AND sequence_number > coalesce((SELECT sequence_number FROM snapshot), -1)"
          + " ORDER BY sequence_number LIMIT "
          + Pages.ROWS
          + ") ORDER BY sequence_number";

  private final Queries queries;
  private final Decoding events;
  private final Decoding snapshots;
  private final SnapshotFilter filter;

  Streams(Queries queries, Decoding events, Decoding snapshots, SnapshotFilter filter) {
    this.queries = queries;
    this.events = events;
    this.snapshots = snapshots;
    this.filter = filter;
  }

  /** The stream from a sequence number on. */
  DomainEventStream from(String stream, long first) {
    return decoded(stream, page(stream, first));
  }

  /** The stream's snapshot and what follows it; without a snapshot that is of use all of it. */
  DomainEventStream withSnapshot(String stream) {
    List<StoredEvent> rows =
        queries.read(
            WITH_SNAPSHOT,
            statement -> {
              statement.setString(1, stream);
              statement.setString(2, stream);
            },
            StoredEvent::of);
    if (rows.isEmpty() || rows.get(0).position() != StoredEvent.SNAPSHOT) {
      return decoded(stream, rows);
    }
    StoredEvent snapshot = rows.get(0);
    return snapshot(snapshot)
        .map(
            message ->
                DomainEventStream.concat(
                    DomainEventStream.of(message), decoded(stream, rows.subList(1, rows.size()))))
        .orElseGet(() -> from(stream, 0));
  }

  private Optional<DomainEventMessage<?>> snapshot(StoredEvent stored) {
    if (!filter.allow(stored)) {
      LOG.log(Level.INFO, "The filter refuses a snapshot, {0}: all events are read", named(stored));
      return Optional.empty();
    }
    try {
      return whole(stored);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(
          Level.WARNING,
          "A snapshot, {0}, can not be read ({1}): all events are read",
          named(stored),
          e.getClass().getName());
      return Optional.empty();
    }
  }

  private static String named(StoredEvent stored) {
    return "'" + stored.type().getName() + "' revision '" + stored.type().getRevision() + "'";
  }

  /** With its payload: one that can not be decoded is of no use. */
  private Optional<DomainEventMessage<?>> whole(StoredEvent stored) {
    Optional<DomainEventMessage<?>> snapshot =
        snapshots
            .upcast(Stream.of(stored), new Place())
            .<DomainEventMessage<?>>map(event -> message(event, snapshots))
            .findFirst();
    snapshot.ifPresent(DomainEventMessage::getPayload);
    return snapshot;
  }

  private DomainEventStream decoded(String stream, List<StoredEvent> first) {
    Place place = new Place();
    Pages pages = new Pages(first, sequence -> page(stream, sequence));
    Stream<DomainEventMessage<?>> messages =
        events.upcast(pages.stream(), place).map(event -> message(event, events));
    return DomainEventStream.of(messages, place::sequence);
  }

  private static DomainEventMessage<?> message(
      IntermediateEventRepresentation event, Decoding decoding) {
    return new GenericDomainEventMessage<>(
        event.getAggregateType().orElse(null),
        event.getAggregateIdentifier().orElse(event.getMessageIdentifier()),
        event.getSequenceNumber().orElseThrow(),
        decoding.content(event),
        event::getTimestamp);
  }

  private List<StoredEvent> page(String stream, long first) {
    return queries.read(
        EVENTS,
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, first);
        },
        StoredEvent::of);
  }
}
