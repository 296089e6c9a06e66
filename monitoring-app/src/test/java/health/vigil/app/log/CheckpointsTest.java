package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.CheckpointFolder;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.CheckpointLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");

  @AutoClose private final BareLog log = new BareLog();
  private final CheckpointFolder folder = CheckpointFolder.make();

  private Checkpoints checkpoints(Duration every) {
    return new Checkpoints(
        CheckpointPlaceTest.configured(folder.path(), folder.keyFile(), every),
        log.dataSource(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void what_was_recorded_is_signed_and_told() throws SQLException {
    Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
    log.append("a");
    log.append("b");

    checkpoints.sign();

    assertThat(checkpoints.state().last()).map(Checkpoint::position).contains(2L);
    assertThat(health(checkpoints).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(health(checkpoints).getData().orElseThrow()).containsEntry("position", 2L);
  }

  @Test
  void gauges_tell_how_far_and_since_when() throws SQLException {
    Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    CheckpointMeters meters =
        new CheckpointMeters(
            checkpoints, Clock.fixed(NOW.plusSeconds(90), ZoneOffset.UTC), registry);
    assertThat(meters).isNotNull();
    assertThat(registry.get("vigil.log.checkpoint.position").gauge().value()).isNaN();

    log.append("a");
    checkpoints.sign();

    assertThat(registry.get("vigil.log.checkpoint.position").gauge().value()).isEqualTo(1);
    assertThat(registry.get("vigil.log.checkpoint.age").gauge().value()).isEqualTo(90);
  }

  @Test
  void a_log_that_is_broken_is_told_and_not_signed_until_it_is_whole_again() throws SQLException {
    Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
    log.append("a");
    checkpoints.sign();
    log.append("b");
    log.append("c");
    log.tamper("UPDATE vigil.events SET metadata = '[]' WHERE position = 2");

    checkpoints.sign();
    checkpoints.sign();

    assertThat(health(checkpoints).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(health(checkpoints).getData().orElseThrow())
        .containsEntry("position", 1L)
        .containsEntry(
            "trouble", "At position 2: the hash does not fit the event and the hash before it.");

    log.tamper("UPDATE vigil.events SET metadata = '{}' WHERE position = 2");
    checkpoints.sign();

    assertThat(health(checkpoints).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(checkpoints.state().last()).map(Checkpoint::position).contains(3L);
  }

  @Test
  void a_place_that_can_not_be_written_any_more_is_told() throws SQLException, IOException {
    Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
    log.append("a");
    Path file = file();
    Files.delete(file);
    Files.createDirectory(file);

    checkpoints.sign();

    assertThat(health(checkpoints).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(checkpoints.state().trouble())
        .contains("The checkpoints can not be read or written.");

    Files.delete(file);
    Files.createFile(file);
    checkpoints.sign();

    assertThat(health(checkpoints).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
  }

  @Test
  void a_database_that_is_gone_is_told() {
    Checkpoints checkpoints = checkpoints(Duration.ofMinutes(1));
    log.drop();

    checkpoints.sign();

    assertThat(checkpoints.state().trouble()).contains("The log can not be read.");
  }

  @Test
  void it_signs_every_so_often_and_once_more_at_the_end() throws SQLException, IOException {
    Checkpoints checkpoints = checkpoints(Duration.ofMillis(100));
    checkpoints.start();
    log.append("a");
    Awaitility.await()
        .until(() -> checkpoints.state().last().map(Checkpoint::position).orElse(0L) == 1);
    checkpoints.stop(new ShutdownEvent());

    Checkpoints seldom = checkpoints(Duration.ofDays(1));
    seldom.start();
    Awaitility.await().until(() -> seldom.state().last().isPresent());
    log.append("b");
    seldom.stop(new ShutdownEvent());

    assertThat(CheckpointLines.read(file()).checkpoints())
        .extracting(Checkpoint::position)
        .isEqualTo(List.of(1L, 2L));
  }

  @Test
  void without_a_folder_it_says_that_nothing_is_signed() {
    Checkpoints none =
        new Checkpoints(
            CheckpointPlaceTest.configured(null, null, Duration.ofMinutes(1)),
            log.dataSource(),
            Clock.systemUTC());
    none.start();
    none.sign();

    assertThat(health(none).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(health(none).getData().orElseThrow()).containsEntry("signed", "none");
    none.stop(new ShutdownEvent());
  }

  private static HealthCheckResponse health(Checkpoints checkpoints) {
    return new CheckpointHealth(checkpoints).call();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.path())) {
      return files.filter(file -> file.toString().endsWith(".ndjson")).findFirst().orElseThrow();
    }
  }
}
