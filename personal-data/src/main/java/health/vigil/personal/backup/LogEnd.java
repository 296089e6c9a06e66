package health.vigil.personal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The epoch and the newest position of a log. */
public record LogEnd(String epoch, long position) {

  static LogEnd of(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT epoch, position FROM vigil.log_head")) {
      row.next();
      return new LogEnd(row.getString(1), row.getLong(2));
    }
  }
}
