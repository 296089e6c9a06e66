package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcUtils.SqlResultConverter;
import org.axonframework.common.transaction.TransactionManager;

/** Statements on connections that are given back at once. */
final class Statements {

  private final ConnectionProvider connections;
  private final TransactionManager transactions;

  Statements(ConnectionProvider connections, TransactionManager transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  /**
   * One statement, which is all or nothing by itself. Outside of a transaction it commits in its
   * own round trip: an append does not keep others from the head of the log while it is told that
   * it may commit.
   */
  <T> T one(Work<T> statement) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      if (connection.getAutoCommit()) {
        return statement.on(connection);
      }
    }
    return several(statement);
  }

  /** Statements in one transaction: the one that is open, else one of their own. */
  <T> T several(Work<T> statements) throws SQLException {
    try {
      return transactions.fetchInTransaction(() -> unchecked(statements));
    } catch (Failed e) {
      throw e.reason;
    }
  }

  /** The rows of one query. */
  <T> List<T> rows(Query query, SqlResultConverter<T> conversion) throws SQLException {
    return one(
        connection -> {
          try (PreparedStatement statement = query.on(connection);
              ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(conversion.apply(rows));
            }
            return found;
          }
        });
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

  interface Query {
    PreparedStatement on(Connection connection) throws SQLException;
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
