package health.vigil.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.projection.ReadModel;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A rebuild from the log equals the live tables, row for row. By its name it comes last: its log is
 * long.
 */
@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeLogComponentTest {
  private static final int EVENTS_OF_EACH_SEED = 26_000;

  @Inject ReadModels readModels;
  @Inject DataSource dataSource;

  @BeforeAll
  void the_log_grows_while_the_read_models_follow() {
    // Whatever other tests of this application left behind: from here on the log alone speaks.
    Stream.of(ReadModel.values()).forEach(readModels::rebuild);
    readModels.awaitAll();
    new BusyLog(readModels, EVENTS_OF_EACH_SEED).write(11, 12);
    readModels.awaitAll();
  }

  @ParameterizedTest
  @EnumSource(ReadModel.class)
  void a_rebuild_equals_the_live_tables(ReadModel model) {
    TableDump live = dump(model);
    assertThat(model.tables()).allSatisfy(table -> assertThat(live.of(table)).isNotEmpty());
    plantDifferences(model);
    assertThat(live.differences(dump(model))).hasSize(2 * model.tables().size() + 1);

    rebuild(model);

    assertThat(live.differences(dump(model))).isEmpty();
  }

  @Test
  void the_log_holds_what_makes_a_rebuild_hard() {
    assertThat(events("true")).isGreaterThanOrEqualTo(50_000);
    assertThat(events("payload_type = 'PatientTransferred'")).isGreaterThan(500);
    assertThat(events("payload_type = 'ObservationCorrected'")).isGreaterThan(500);
    assertThat(events("payload_type = 'ObservationRetracted'")).isGreaterThan(300);
    assertThat(events("payload::json #>> '{assessment,timeliness}' = 'LATE'")).isGreaterThan(1_000);
    assertThat(events("payload::json #>> '{assessment,timeliness}' = 'CHARTED_ONLY'"))
        .isGreaterThan(500);
  }

  @Test
  void no_table_of_a_read_model_is_left_out() {
    List<String> compared =
        Stream.of(ReadModel.values()).flatMap(model -> model.tables().stream()).toList();
    assertThat(tablesOfMigrations()).containsExactlyInAnyOrderElementsOf(compared);
  }

  private void rebuild(ReadModel model) {
    Run run = readModels.rebuild(model);
    assertThat(run.position()).isEqualTo(readModels.head());
    System.out.printf(
        "rebuild of %s: %d positions, %d events in %.1f s, %.0f events/s%n",
        model.group(),
        run.position(),
        run.events(),
        run.age().toMillis() / 1e3,
        run.eventsPerSecond());
  }

  private TableDump dump(ReadModel model) {
    List<String> tables = new ArrayList<>(model.tables());
    tables.add("projection_progress");
    return TableDump.of(dataSource, tables);
  }

  /** In each table one row says something else, and in the first one row is gone. */
  private void plantDifferences(ReadModel model) {
    change(
        "delete from vigil.%1$s where ctid = (select max(ctid) from vigil.%1$s)",
        model.tables().get(0));
    for (String table : model.tables()) {
      change(
          "update vigil.%1$s set position = position + 1"
              + " where ctid = (select min(ctid) from vigil.%1$s)",
          table);
    }
  }

  private void change(String sql, String table) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(table))).isEqualTo(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private long events(String condition) {
    return Long.parseLong(column("select count(*) from vigil.events where " + condition).get(0));
  }

  private List<String> tablesOfMigrations() {
    return column(
        "select table_name from information_schema.tables where table_schema = 'vigil'"
            + " and table_name not in ('events', 'log_head', 'snapshots', 'tokens', 'sagas',"
            + " 'saga_associations', 'dead_letters', 'scheduled_tasks', 'flyway_schema_history',"
            + " 'projection_progress', 'read_model', 'read_model_table',"
            + " 'read_model_run')");
  }

  private List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return values;
  }
}
