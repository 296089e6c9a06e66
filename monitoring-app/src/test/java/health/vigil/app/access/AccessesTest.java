package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.vigil.app.log.BareDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While nothing can be written. */
class AccessesTest {
  private static final AccessNote LOOK = note(200);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Accesses accesses =
      new Accesses(
          new Away(), Configured.with(Map.of("max-waiting", "5", "max-wait", "200ms")), meters);

  @BeforeEach
  void itIsKnown() {
    accesses.note(List.of(LOOK));
    await().atMost(SOON).until(() -> !accesses.isWell());
  }

  @AfterEach
  void stop() {
    accesses.close(Duration.ZERO);
  }

  @Test
  void whatIsNotForCareIsNotShown() {
    assertThatThrownBy(() -> accesses.noteFirst(List.of(LOOK)).join()).isNotNull();
    assertThat(lost(Outcome.ALLOWED)).isZero();
  }

  @Test
  void whatIsForCareIsShownAtOnceAndStaysQueued() {
    double waiting = meters.get("vigil.access.waiting").gauge().value();

    assertThat(accesses.noteForCare(List.of(LOOK))).isCompleted();
    assertThat(meters.get("vigil.access.waiting").gauge().value()).isEqualTo(waiting + 1);
    assertThat(lost(Outcome.ALLOWED)).isZero();
  }

  @Test
  void whatIsForCareIsShownWithoutAPlaceTooAndCountedAsLost() {
    for (int i = 0; i < 20; i++) {
      assertThat(accesses.noteForCare(List.of(LOOK))).isCompleted();
    }

    assertThat(lost(Outcome.ALLOWED)).isBetween(13.0, 16.0);
    assertThat(accesses.isWell()).isFalse();
  }

  @Test
  void aFloodOfRefusalsOfOneActorTakesFewPlaces() {
    for (int i = 0; i < 10_000; i++) {
      accesses.note(List.of(note(403)));
    }

    assertThat(lost(Outcome.DENIED)).isZero();
    assertThat(meters.get("vigil.access.waiting").gauge().value()).isLessThanOrEqualTo(61);
  }

  private double lost(Outcome outcome) {
    return meters.get("vigil.access.lost").tag("outcome", outcome.name()).counter().count();
  }

  private static AccessNote note(int status) {
    return AccessNote.of(AccessNoteTest.NURSE, "GET", "/", Map.of(), status, null);
  }

  private static final class Away extends BareDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("away", "08006");
    }
  }
}
