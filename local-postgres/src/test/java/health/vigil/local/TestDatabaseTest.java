package health.vigil.local;

import static health.vigil.local.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aServerThatAKilledJvmLeftIsStoppedAndItsFilesGo(@TempDir Path parent)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectory(parent.resolve("postgres-1"));
    AbandonedServer abandoned = AbandonedServer.in(folder);

    TestServer.removeLeftovers(parent);

    await().until(() -> !abandoned.isRunning());
    assertThat(folder).doesNotExist();
  }
}
