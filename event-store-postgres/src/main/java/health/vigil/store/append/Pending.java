package health.vigil.store.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An append under way, from its caller to the writer and back. */
final class Pending {

  final List<EventRow> rows;
  final long bytes;

  /** Completed once, with whatever is known in the end. */
  final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** How often the connection was lost while it was under way; of the lane that has it. */
  int losses;

  /** Its caller has gone without knowing; guarded by the line. */
  boolean abandoned;

  Pending(List<EventRow> rows) {
    this.rows = List.copyOf(rows);
    this.bytes = rows.stream().mapToLong(EventRow::size).sum();
  }

  EventRow first() {
    return rows.get(0);
  }
}
