package health.vigil.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.projection.ReadModel;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may replay when, what comes of a replay that ends badly, and how versions are rolled out. */
@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class RunsComponentTest {
  private static final ReadModel MODEL = ReadModel.ALERT_INBOX;
  private static final String OF_MODEL = " where projection = 'alert-inbox'";

  @Inject ReadModels readModels;
  @Inject ReadModelRuns readModelRuns;
  @Inject Runs runs;
  @Inject Versions versions;
  @Inject ProcessorPositions positions;
  @Inject RebuildConfiguration configuration;

  @BeforeEach
  void something_has_happened() {
    if (positions.head() < 100) {
      new BusyLog(readModels, 600).write(51);
    }
    readModels.awaitAll();
  }

  @Test
  void of_many_nodes_that_ask_at_once_one_begins() {
    List<Optional<Run>> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::begun)).limit(6).toList().stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    answers.stream().flatMap(Optional::stream).forEach(run -> runs.failed(run, "a test"));
  }

  @Test
  void a_run_whose_node_was_killed_is_shown_as_interrupted_and_can_be_begun_anew() {
    Run killed = runs.begin(MODEL, Work.REBUILD);
    asOwner("update vigil.read_model_run set alive_at = alive_at - interval '31 s'" + OF_MODEL);
    assertThat(readModelRuns.last(MODEL).orElseThrow().state()).isEqualTo(Run.State.INTERRUPTED);
    assertThat(readModelRuns.last(MODEL).orElseThrow().endedAt()).isNull();

    readModels.rebuild(MODEL);

    assertThatThrownBy(() -> runs.reached(killed, 1, 1, 1))
        .as("the killed one comes back to life, and writes nothing any more")
        .isInstanceOf(RunFailed.class)
        .hasMessageContaining("Another node has taken over");
    assertThat(readModelRuns.verify(MODEL, (done, of) -> {}).isEqual()).isTrue();
  }

  @Test
  void a_run_that_says_it_is_alive_is_not_interrupted() {
    Run run = runs.begin(MODEL, Work.VERIFICATION);
    asOwner("update vigil.read_model_run set alive_at = alive_at - interval '31 s'" + OF_MODEL);

    runs.alive(run);

    assertThat(readModelRuns.last(MODEL).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
    runs.failed(run, "a test");
  }

  @Test
  void an_event_that_can_not_be_handled_is_named_and_nothing_is_switched() {
    long version = versions.stored(MODEL);
    asOwner("alter table vigil_rebuild.alert_inbox add constraint refuse check (position < 0)");
    try {
      assertThatThrownBy(() -> readModelRuns.verify(MODEL, (done, of) -> {}))
          .isInstanceOf(RunFailed.class)
          .hasMessageContaining("alert-inbox can not handle AlertRaised at position ");
      readModelRuns.rebuild(MODEL);
      readModels.awaitRun(MODEL);

      Run failed = readModelRuns.last(MODEL).orElseThrow();
      assertThat(failed.state()).isEqualTo(Run.State.FAILED);
      assertThat(failed.failure()).contains("can not handle AlertRaised at position ");
      assertThat(versions.stored(MODEL)).isEqualTo(version);
    } finally {
      asOwner("alter table vigil_rebuild.alert_inbox drop constraint refuse");
    }
    assertThat(readModelRuns.verify(MODEL, (done, of) -> {}).isEqual()).isTrue();
  }

  @Test
  void a_client_that_goes_away_ends_its_verification() {
    assertThatThrownBy(
            () ->
                readModelRuns.verify(
                    MODEL,
                    (done, of) -> {
                      throw new IllegalStateException("gone");
                    }))
        .isInstanceOf(RunFailed.class);

    assertThat(readModelRuns.last(MODEL).orElseThrow().state()).isEqualTo(Run.State.FAILED);
    assertThat(rowsOfTwin()).isZero();
  }

  @Test
  void what_a_killed_run_has_left_is_emptied_and_it_writes_nothing_more() {
    Run killed = runs.begin(MODEL, Work.REBUILD);
    asOwner("insert into vigil_rebuild.alert_inbox select * from vigil.alert_inbox limit 1");
    readModelRuns.tidy(MODEL);
    assertThat(rowsOfTwin()).as("it may still be alive").isOne();
    asOwner("update vigil.read_model_run set alive_at = alive_at - interval '31 s'" + OF_MODEL);

    readModelRuns.tidy(MODEL);

    assertThat(rowsOfTwin()).isZero();
    assertThat(readModelRuns.last(MODEL).orElseThrow().state()).isEqualTo(Run.State.INTERRUPTED);
    assertThatThrownBy(() -> runs.reached(killed, 1, 1, 1)).isInstanceOf(RunFailed.class);
  }

  @Test
  void rows_of_an_older_version_are_served_until_the_new_one_has_been_built_beside_them() {
    asOwner("update vigil.read_model set version = 0" + OF_MODEL);
    asOwner("update vigil.alert_inbox set ward = 'as the old version had it'");
    assertThat(readModelRuns.version(MODEL)).isZero();

    new Rollout(readModelRuns, configuration).start(new StartupEvent());

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> readModelRuns.version(MODEL) == MODEL.version());
    assertThat(readModelRuns.verify(MODEL, (done, of) -> {}).isEqual()).isTrue();
  }

  @Test
  void a_node_of_an_older_version_neither_writes_the_rows_nor_rebuilds_them() {
    asOwner("update vigil.read_model set version = 2" + OF_MODEL);
    try {
      new BusyLog(readModels, 600).write(52);
      readModels.await(ReadModel.WARD_BOARD.group());

      assertThat(positions.of(MODEL.group())).isLessThan(positions.head());
      assertThatThrownBy(() -> readModelRuns.rebuild(MODEL))
          .isInstanceOf(NotReplayable.class)
          .hasMessage("alert-inbox is at version 2, and this node only knows version 1");
    } finally {
      asOwner("update vigil.read_model set version = 1" + OF_MODEL);
    }
    readModels.awaitAll();
    assertThat(readModelRuns.verify(MODEL, (done, of) -> {}).isEqual()).isTrue();
  }

  private Optional<Run> begun() {
    try {
      return Optional.of(runs.begin(MODEL, Work.REBUILD));
    } catch (RunInProgress elsewhere) {
      return Optional.empty();
    }
  }

  private static long rowsOfTwin() {
    try (Connection connection = ReadModelDatabase.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from vigil_rebuild.alert_inbox")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void asOwner(String sql) {
    try (Connection connection = ReadModelDatabase.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
