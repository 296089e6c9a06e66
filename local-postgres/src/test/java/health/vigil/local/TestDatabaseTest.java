package health.vigil.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void theOwnerMakesTablesThatTheServingRoleCannotMakeOrChange() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      execute(database.ownerDataSource(), "CREATE TABLE thing (id int)");

      assertThatThrownBy(() -> execute(database.servingDataSource(), "CREATE TABLE other (id int)"))
          .hasMessageContaining("permission denied for schema vigil");
      assertThatThrownBy(() -> execute(database.servingDataSource(), "DROP TABLE thing"))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void eachTestHasADatabaseOfItsOwn() throws SQLException {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      execute(one.ownerDataSource(), "CREATE TABLE thing (id int)");

      assertThat(one.url()).isNotEqualTo(other.url());
      assertThatThrownBy(() -> execute(other.ownerDataSource(), "SELECT * FROM thing"))
          .hasMessageContaining("does not exist");
    }
  }

  private static void execute(DataSource dataSource, String command) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  static String ask(DataSource dataSource, String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
