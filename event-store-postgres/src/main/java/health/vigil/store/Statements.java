package health.vigil.store;

import health.vigil.store.read.Queries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Statements on connections that are given back at once. */
final class Statements implements Queries {

  private final ConnectionProvider connections;
  private final TransactionManager transactions;

  Statements(ConnectionProvider connections, TransactionManager transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  /**
   * One statement, which is all or nothing by itself. Outside of a transaction it commits in its
   * own round trip.
   */
  <T> T one(Work<T> statement) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      if (connection.getAutoCommit()) {
        return statement.on(connection);
      }
    }
    return inTransaction(statement);
  }

  /** In the transaction that is open, else in one of its own. */
  private <T> T inTransaction(Work<T> statements) throws SQLException {
    try {
      return transactions.fetchInTransaction(() -> unchecked(statements));
    } catch (Failed e) {
      throw e.reason;
    }
  }

  @Override
  public <T> List<T> read(String query, Binding binding, Row<T> row) {
    try {
      return one(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
              binding.apply(statement);
              return rows(statement, row);
            }
          });
    } catch (SQLException e) {
      throw new EventStoreException("The log could not be read", Refusal.withoutValues(e));
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.of(rows));
      }
      return found;
    }
  }

  private <T> T unchecked(Work<T> statements) {
    try (Connection connection = connections.getConnection()) {
      return statements.on(connection);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException reason;

    Failed(SQLException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
