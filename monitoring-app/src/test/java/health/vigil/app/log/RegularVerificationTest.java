package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.CheckpointFolder;
import io.quarkus.runtime.ShutdownEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegularVerificationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @AutoClose private final BareLog log = new BareLog();
  private final CheckpointFolder folder = CheckpointFolder.make();

  @Test
  void a_whole_log_is_told_with_the_time_and_the_position() throws SQLException {
    log.append("a");
    log.append("b");
    RegularVerification verification = verification(folder.path());

    assertThat(health(verification).getData().orElseThrow()).containsEntry("verified", "not yet");
    verification.verify();

    assertThat(health(verification).getStatus()).isEqualTo(Status.UP);
    assertThat(health(verification).getData().orElseThrow())
        .containsEntry("verified", NOW.toString())
        .containsEntry("position", 2L);
  }

  @Test
  void what_was_changed_long_before_the_last_checkpoint_is_found() throws SQLException {
    log.append("a");
    log.append("b");
    Checkpoints checkpoints = checkpoints();
    checkpoints.sign();
    log.append("c");
    log.tamper("UPDATE vigil.events SET metadata = '[]' WHERE position = 1");
    checkpoints.sign();
    assertThat(checkpoints.state().trouble()).as("checkpoints look at what is new").isEmpty();
    RegularVerification verification = verification(folder.path());

    verification.verify();

    assertThat(health(verification).getStatus()).isEqualTo(Status.DOWN);
    assertThat(health(verification).getData().orElseThrow())
        .containsEntry(
            "trouble", "At position 1: the hash does not fit the event and the hash before it.");
  }

  @Test
  void a_log_whose_tail_was_cut_is_told_by_its_checkpoints() throws SQLException {
    log.append("a");
    log.append("b");
    checkpoints().sign();
    log.tamper(
        "DELETE FROM vigil.events WHERE position = 2;"
            + " UPDATE vigil.log_head SET (position, recorded_at, hash) ="
            + " (SELECT position, recorded_at, hash FROM vigil.events WHERE position = 1)");
    RegularVerification verification = verification(folder.path());

    verification.verify();

    assertThat(verification.state().trouble())
        .hasValueSatisfying(s -> assertThat(s).startsWith("At position 2"));
  }

  @Test
  void without_checkpoints_the_chain_alone_is_verified() throws SQLException {
    log.append("a");
    RegularVerification verification = verification(null);

    verification.verify();

    assertThat(verification.state().position()).isEqualTo(1);
    assertThat(verification.state().trouble()).isEmpty();
  }

  @Test
  void a_database_that_is_gone_is_told_and_the_last_result_kept() throws SQLException {
    log.append("a");
    RegularVerification verification = verification(null);
    verification.verify();
    log.drop();

    verification.verify();

    assertThat(verification.state().trouble()).contains("The log can not be read.");
    assertThat(verification.state().position()).isEqualTo(1);
  }

  @Test
  void it_begins_by_itself_and_ends_with_the_application() throws SQLException {
    log.append("a");
    RegularVerification verification =
        verification(null, configured(Duration.ofMillis(20), Duration.ZERO));
    verification.start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> verification.state().position() == 1);
      log.append("b");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> verification.state().position() == 2);
    } finally {
      verification.stop(new ShutdownEvent());
    }
  }

  private static HealthCheckResponse health(RegularVerification verification) {
    return new VerificationHealth(verification).call();
  }

  private RegularVerification verification(@Nullable Path place) {
    return verification(place, configured(Duration.ZERO, Duration.ZERO));
  }

  private RegularVerification verification(
      @Nullable Path place, VerificationConfiguration configuration) {
    return new RegularVerification(
        configuration,
        CheckpointPlaceTest.configured(place, folder.keyFile(), Duration.ofMinutes(1)),
        log.dataSource(),
        CLOCK);
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(
        CheckpointPlaceTest.configured(folder.path(), folder.keyFile(), Duration.ofMinutes(1)),
        log.dataSource(),
        CLOCK);
  }

  private static VerificationConfiguration configured(Duration every, Duration firstAfter) {
    return new VerificationConfiguration() {
      @Override
      public Duration every() {
        return every;
      }

      @Override
      public Duration firstAfter() {
        return firstAfter;
      }
    };
  }
}
