package health.vigil.store.read;

import health.vigil.store.UnreadableEventException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;

/** How far the rows of a stream have been handed to the upcasters. */
final class Place {

  private @Nullable StoredEvent row;

  StoredEvent at(StoredEvent next) {
    row = next;
    return next;
  }

  /** The sequence number of the row; null before the first. */
  @Nullable Long sequence() {
    return row == null ? null : row.sequence();
  }

  /** An unknown type or revision, as upcasters have left it. */
  UnreadableEventException unreadable(
      IntermediateEventRepresentation event, SerializationException why) {
    long position = event.getTrackingToken().map(token -> token.position().orElse(-1)).orElse(-1L);
    return new UnreadableEventException(
        position,
        event.getType().getName(),
        event.getType().getRevision(),
        String.valueOf(why.getMessage()),
        why);
  }

  /** What failed when this row was read. */
  UnreadableEventException unreadable(Throwable why) {
    if (why instanceof UnreadableEventException told) {
      return told;
    }
    if (row == null) {
      throw new IllegalStateException("Upcasters failed before they were given an event", why);
    }
    return new UnreadableEventException(
        row.position(),
        row.type().getName(),
        row.type().getRevision(),
        why.getClass().getName(),
        why);
  }
}
