package health.vigil.projection.ward;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the complete totals are going.
 *
 * @param direction null with fewer than two complete totals
 * @param change the newest complete total less the one before, null with fewer than two
 * @param totals the complete totals that the board remembers, newest first
 */
public record ScoreTrend(
    @Nullable Direction direction, @Nullable Integer change, List<PastTotal> totals) {
  /** Rising is getting worse. */
  public enum Direction {
    RISING,
    STEADY,
    FALLING
  }

  /** The total of one complete set. */
  public record PastTotal(Instant measuredAt, int total) {}

  public ScoreTrend {
    totals = List.copyOf(totals);
  }

  static ScoreTrend of(List<PastTotal> newestFirst) {
    if (newestFirst.size() < 2) {
      return new ScoreTrend(null, null, newestFirst);
    }
    int change = newestFirst.get(0).total() - newestFirst.get(1).total();
    return new ScoreTrend(direction(change), change, newestFirst);
  }

  private static Direction direction(int change) {
    if (change == 0) {
      return Direction.STEADY;
    }
    return change > 0 ? Direction.RISING : Direction.FALLING;
  }
}
