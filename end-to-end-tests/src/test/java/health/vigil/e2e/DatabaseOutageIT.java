package health.vigil.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is stopped and started amid what twenty clients write; the application runs on. How
 * often and with which seed: {@code -Dvigil.outage.rounds=20 -Dvigil.outage.seed=7}.
 */
class DatabaseOutageIT {
  private static final int ROUNDS = Integer.getInteger("vigil.outage.rounds", 2);
  private static final long SEED = Long.getLong("vigil.outage.seed", 20261123L);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  @Test
  void whatWasAnsweredIsInTheLogAndRepeatsSettleTheRest() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Workplace.SHORT_HIGH_CHAIN)) {
      Server http = new Server(vigil.http());
      for (int number = 1; number <= ROUNDS; number++) {
        String ward = "D" + number;
        try (Round round = new Round(ward, http)) {
          round.begin();
          int enough = random.nextInt(1, 60);
          await(enough + " sets are answered")
              .pollInterval(Duration.ofMillis(10))
              .atMost(Duration.ofMinutes(1))
              .until(() -> round.answered.size() >= enough);
          int answered = round.answered.size();
          int inFlight = round.inFlight.get();
          workplace.restartDatabase();
          Reckoning.check(round, workplace, ward, outage(answered, inFlight, round));
        }
      }
    }
  }

  private static String outage(int answered, int inFlight, Round round) {
    return "PostgreSQL stopped with %d sets answered and %d calls in flight; repeated so far: %s"
        .formatted(answered, inFlight, round.unanswered);
  }
}
