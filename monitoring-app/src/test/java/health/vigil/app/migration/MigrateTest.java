package health.vigil.app.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.local.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MigrateTest {
  @AutoClose private final TestDatabase database = TestDatabase.create();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void it_makes_the_schema_and_again_changes_nothing() {
    assertThat(run(environment())).isZero();
    assertThat(run(environment())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("The schema is at version " + SchemaVersions.newest(SchemaVersions.REQUIRED));
  }

  @Test
  void a_variable_that_is_missing_is_named_in_one_sentence() {
    Map<String, String> environment = environment();
    environment.remove("VIGIL_OWNER_USER");

    assertThat(run(environment)).isEqualTo(Migrate.MISCONFIGURED);
    assertThat(error()).isEqualTo("The environment variable VIGIL_OWNER_USER is not set.");
  }

  @Test
  void a_wrong_password_is_one_sentence() {
    Map<String, String> environment = environment();
    environment.put("VIGIL_OWNER_PASSWORD", "wrong");

    assertThat(run(environment)).isEqualTo(Migrate.FAILED);
    assertThat(error()).isEqualTo("The database refused the owner's user or password.");
  }

  @Test
  void a_database_that_is_away_is_one_sentence() {
    Map<String, String> environment = environment();
    environment.put("VIGIL_OWNER_URL", "jdbc:postgresql://127.0.0.1:1/vigil");

    assertThat(run(environment)).isEqualTo(Migrate.FAILED);
    assertThat(error()).isEqualTo("The database can not be reached: check VIGIL_OWNER_URL.");
  }

  @Test
  void a_role_that_is_no_name_is_refused() {
    Map<String, String> environment = environment();
    environment.put("VIGIL_SERVING_USER", "app; DROP");

    assertThat(run(environment)).isEqualTo(Migrate.MISCONFIGURED);
  }

  @Test
  void the_serving_role_can_not_change_the_schema_nor_the_log() throws SQLException {
    assertThat(run(environment())).isZero();

    try (Connection connection = database.servingDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          new String[] {
            "CREATE TABLE vigil.mine (id int)",
            "ALTER TABLE vigil.events ADD COLUMN mine int",
            "DROP TABLE vigil.ward_board_bed",
            "TRUNCATE vigil.ward_board_bed",
            "UPDATE vigil.events SET payload = '{}'",
            "DELETE FROM vigil.events",
            "UPDATE vigil.log_head SET position = 0",
            "DELETE FROM vigil.flyway_schema_history",
          }) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(forbidden)
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  private int run(Map<String, String> environment) {
    return Migrate.run(
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String error() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("VIGIL_OWNER_URL", database.url());
    environment.put("VIGIL_OWNER_USER", database.owner().user());
    environment.put("VIGIL_OWNER_PASSWORD", database.owner().password());
    environment.put("VIGIL_SERVING_USER", database.serving().user());
    return environment;
  }
}
