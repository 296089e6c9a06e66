package health.vigil.rebuild;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the database, in the present transaction or, without one, each by itself. */
@Singleton
class Tables {
  private final DataSource dataSource;

  Tables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @return how many rows were changed
   * @throws TablesFailed when the database refuses
   */
  int change(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.execute() ? 0 : statement.getUpdateCount();
    } catch (SQLException e) {
      throw new TablesFailed(e);
    }
  }

  /**
   * @throws TablesFailed when the database refuses
   */
  <T> List<T> read(String sql, Reading<T> reading, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.of(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new TablesFailed(e);
    }
  }

  /** Statements of the present transaction may take as long as they need. */
  <T> T unhurried(Supplier<T> work) {
    int usual = networkTimeout(0);
    try {
      return work.get();
    } finally {
      networkTimeout(usual);
    }
  }

  /** The one that held until now, in milliseconds, 0 for none. */
  private int networkTimeout(int millis) {
    try (Connection connection = dataSource.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, millis);
      return before;
    } catch (SQLException e) {
      throw new TablesFailed(e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** What one row says. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}
