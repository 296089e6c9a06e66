package health.vigil.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter written = new StringWriter();
  private long now;

  private ProgressLine on(OptionalInt columns) {
    return new ProgressLine(new PrintWriter(written), columns, "events", () -> now);
  }

  private void after(Duration time) {
    now += time.toNanos();
  }

  @Test
  void onATerminalOneLineMovesAndGoesAway() {
    try (ProgressLine progress = on(OptionalInt.of(80))) {
      progress.at(0, 40_000);
      after(Duration.ofSeconds(1));
      progress.at(10_000, 40_000);
      progress.at(10_001, 40_000);
    }

    assertThat(written)
        .hasToString("\r10,000 of 40,000 events, 25 %, 10,000/s, 3 s left\u001b[K\r\u001b[K");
  }

  @Test
  void aNarrowTerminalCutsTheLine() {
    ProgressLine progress = on(OptionalInt.of(11));
    after(Duration.ofSeconds(1));
    progress.at(10_000, 40_000);

    assertThat(written).hasToString("\r10,000 of \u001b[K");
  }

  @Test
  void elsewhereThereIsALineEveryFewSecondsAndNoneForWhatIsQuick() {
    try (ProgressLine progress = on(OptionalInt.empty())) {
      after(Duration.ofSeconds(4));
      progress.at(100, 1_000);
      assertThat(written.toString()).isEmpty();
      after(Duration.ofSeconds(6));
      progress.at(500, 1_000);
      progress.at(501, 1_000);
    }

    assertThat(written).hasToString("500 of 1,000 events, 50 %, 50/s, 10 s left\n");
  }

  @Test
  void aLongTimeIsToldInMinutes() {
    ProgressLine progress = on(OptionalInt.empty());
    after(Duration.ofSeconds(10));
    progress.at(10, 1_000);

    assertThat(written.toString()).endsWith(", 17 min left\n");
  }
}
