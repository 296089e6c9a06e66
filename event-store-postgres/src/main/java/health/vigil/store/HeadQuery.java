package health.vigil.store;

import health.vigil.store.LogTail.Look;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks for the head of the log, on one connection. */
final class HeadQuery implements AutoCloseable {

  private final PreparedStatement statement;

  HeadQuery(Connection connection) throws SQLException {
    this.statement = connection.prepareStatement("SELECT position, epoch FROM vigil.log_head");
  }

  Look look() throws SQLException {
    long before = System.nanoTime();
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new Look(row.getLong(1), before, row.getString(2));
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
