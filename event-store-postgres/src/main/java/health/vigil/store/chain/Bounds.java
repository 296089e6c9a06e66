package health.vigil.store.chain;

import health.vigil.store.LogHead;
import health.vigil.store.chain.Flaw.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What the ends of the log look like at one moment. */
record Bounds(LogHead head, long lowest, long highest) {

  // One statement, so that head and events are those of one moment.
  private static final String BOTH =
      "SELECT epoch, position, recorded_at, hash,"
          + " coalesce((SELECT min(position) FROM vigil.events), 1),"
          + " coalesce((SELECT max(position) FROM vigil.events), 0) FROM vigil.log_head";

  private static final int HASH_BYTES = 32;

  private static final String LINK =
      "SELECT hash, recorded_at FROM vigil.events WHERE position = ?";

  static Bounds of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BOTH);
        ResultSet row = statement.executeQuery()) {
      row.next();
      LogHead head =
          new LogHead(
              row.getString(1),
              row.getLong(2),
              row.getObject(3, OffsetDateTime.class).toInstant(),
              HexFormat.of().formatHex(row.getBytes(4)));
      return new Bounds(head, row.getLong(5), row.getLong(6));
    } catch (SQLException e) {
      throw new EventStoreException("The head of the log could not be read", e);
    }
  }

  /** What the event after a position rests on; empty when there is no event there. */
  static Optional<Link> linkAt(DataSource dataSource, long position) {
    if (position == 0) {
      return Optional.of(Link.beforeFirst());
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LINK)) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(link(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new EventStoreException("The log could not be read", e);
    }
  }

  private static Link link(ResultSet row) throws SQLException {
    long recordedAt = UtcText.micros(row.getObject(2, OffsetDateTime.class).toInstant());
    // One that is no hash any more is none that the next event could rest on.
    return new Link(Arrays.copyOf(row.getBytes(1), HASH_BYTES), recordedAt);
  }

  /** What is wrong where the log ends, if a walk came that far. */
  Optional<Flaw> flawAtEnd(ChainWalk walk) {
    if (walk.position() != head.position()) {
      return Optional.empty();
    }
    if (highest > head.position()) {
      return Optional.of(new Flaw(head.position() + 1, Kind.EXTRA));
    }
    return head.hash().equals(walk.hash()) && tellsTheTimeOf(walk)
        ? Optional.empty()
        : Optional.of(new Flaw(head.position(), Kind.HEAD_DIFFERS));
  }

  /** A log without events tells when it was made. */
  private boolean tellsTheTimeOf(ChainWalk walk) {
    return head.position() == 0 || head.recordedAt().equals(UtcText.instant(walk.recordedAt()));
  }
}
