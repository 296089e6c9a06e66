package health.vigil.store.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Asks the database: in the transaction that is open, else in none. */
public interface Queries {

  /**
   * The rows of one query.
   *
   * @throws org.axonframework.eventsourcing.eventstore.EventStoreException when they can not be
   *     read, without a stored value
   */
  <T> List<T> read(String query, Binding binding, Row<T> row);

  /** Gives a statement its values. */
  @FunctionalInterface
  interface Binding {
    void apply(PreparedStatement statement) throws SQLException;
  }

  /** Makes something of the row that the result is at. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }
}
