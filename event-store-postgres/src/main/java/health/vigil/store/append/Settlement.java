package health.vigil.store.append;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log holds of appends of which nobody knew. */
final class Settlement {

  static final String CALL =
      "SELECT \"position\", event_identifier, stream_id, sequence_number, payload_type, payload,"
          + " metadata FROM vigil.settle(?)";

  private final Map<String, Held> byIdentifier = new HashMap<>();

  private Settlement() {}

  private record Held(
      long position, String stream, long sequence, String type, String payload, String metadata) {

    boolean is(EventRow event) {
      return stream.equals(event.stream())
          && sequence == event.sequence()
          && type.equals(event.type())
          && payload.equals(event.payload())
          && metadata.equals(event.metadata());
    }
  }

  static Settlement read(ResultSet rows) throws SQLException {
    Settlement settlement = new Settlement();
    while (rows.next()) {
      settlement.byIdentifier.put(
          rows.getString("event_identifier"),
          new Held(
              rows.getLong("position"),
              rows.getString("stream_id"),
              rows.getLong("sequence_number"),
              rows.getString("payload_type"),
              rows.getString("payload"),
              rows.getString("metadata")));
    }
    return settlement;
  }

  /**
   * Of those that are there, event for event and one after the other. What is there of another
   * append under the same identifiers is a collision, which the next attempt will tell.
   */
  Map<Pending, Outcome> outcomes(List<Pending> appends) {
    Map<Pending, Outcome> outcomes = new HashMap<>();
    for (Pending append : appends) {
      Held first = byIdentifier.get(append.first().identifier());
      if (first != null && isHeld(append, first.position)) {
        outcomes.put(append, new Outcome.Taken(first.position + append.rows.size() - 1));
      }
    }
    return outcomes;
  }

  private boolean isHeld(Pending append, long first) {
    for (int i = 0; i < append.rows.size(); i++) {
      EventRow event = append.rows.get(i);
      @Nullable Held held = byIdentifier.get(event.identifier());
      if (held == null || held.position != first + i || !held.is(event)) {
        return false;
      }
    }
    return true;
  }
}
