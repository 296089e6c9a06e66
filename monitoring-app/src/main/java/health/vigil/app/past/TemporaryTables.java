package health.vigil.app.past;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;

/** Empty tables that stand in for those of read models, up to the end of the transaction. */
@Singleton
class TemporaryTables {
  private static final String TWINS = "SELECT vigil.begin_past(?)";

  /**
   * Named in the path, not implied: PostgreSQL plans a statement that it knows from another
   * transaction anew only where the path differs.
   */
  private static final String IN_FRONT = "SET LOCAL search_path = pg_temp, vigil";

  private final DataSource dataSource;

  TemporaryTables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** In the transaction that is open: from here on the names of their tables lead to empty ones. */
  void standInForThoseOf(Collection<String> readModels) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement twins = connection.prepareStatement(TWINS);
        Statement path = connection.createStatement()) {
      twins.setArray(1, connection.createArrayOf("text", readModels.toArray()));
      twins.execute();
      path.execute(IN_FRONT);
    } catch (SQLException failure) {
      throw new IllegalStateException("no tables could be made for the past", failure);
    }
  }
}
