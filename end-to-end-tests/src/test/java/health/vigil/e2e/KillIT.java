package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at a random moment while twenty clients write. How many rounds and which seed:
 * {@code -Dvigil.kill.rounds=20 -Dvigil.kill.seed=7}.
 */
class KillIT {
  private static final int ROUNDS = Integer.getInteger("vigil.kill.rounds", 2);
  private static final long SEED = Long.getLong("vigil.kill.seed", 20261123L);
  private static final Duration SETTLED = Duration.ofSeconds(90);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  @Test
  void nothingIsLostAndNothingIsDoubledWhenTheApplicationIsKilled()
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (Workplace workplace = Workplace.in(folder)) {
      Vigil vigil = workplace.start(Workplace.SHORT_HIGH_CHAIN);
      try {
        Server http = new Server(vigil.http());
        try (Round control = new Round("C", http)) {
          control.begin();
          Reckoning.check(control, workplace, "C", "no kill");
        }
        for (int number = 1; number <= ROUNDS; number++) {
          String ward = "K" + number;
          try (Round round = new Round(ward, http)) {
            round.begin();
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(50, 5000)).toNanos());
            vigil.kill();
            String landed = landed(round, workplace);
            vigil = vigil.startAgain();
            http.moved(vigil.http());
            Reckoning.check(round, workplace, ward, landed);
          }
        }
        checkRebuild(vigil, workplace);
      } finally {
        vigil.close();
      }
    }
  }

  /** Where the kill landed, for the report. */
  private static String landed(Round round, Workplace workplace) {
    return "killed with %d sets answered, %d calls in flight, the log at %d, %d timers waiting, the slowest processor %d behind"
        .formatted(
            round.answered.size(),
            round.inFlight.get(),
            workplace.log().head(),
            workplace.log().timers(),
            workplace
                .log()
                .number(
                    "SELECT coalesce(max(h.position - (t.token::json ->> 'globalIndex')::bigint), 0)"
                        + " FROM vigil.log_head h, vigil.tokens t"));
  }

  /**
   * The read models that lived through the kills equal those that a fresh start builds from the
   * log.
   */
  private static void checkRebuild(Vigil vigil, Workplace workplace) throws IOException {
    SortedMap<String, List<String>> lived = workplace.readModels().dump();
    assertThat(lived.get("ward_board_stay")).hasSize((ROUNDS + 1) * Round.CLIENTS);
    assertThat(lived.get("chart_observation")).hasSizeGreaterThan(ROUNDS * Round.CLIENTS);
    vigil.close();
    workplace.readModels().forget();
    Vigil fresh = vigil.startAgain();
    try {
      await("the rebuilt projections have caught up")
          .atMost(SETTLED)
          .until(() -> workplace.readModels().caughtUp(workplace.log().head()));
      assertThat(workplace.readModels().dump()).isEqualTo(lived);
    } finally {
      fresh.close();
    }
  }
}
