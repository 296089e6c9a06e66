package health.vigil.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * How real time and the minutes of a scenario go together for one bed.
 *
 * @param beginning the real time of minute 0
 * @param step between two ticks
 * @param offset of this bed's ticks, so that not all beds send at once
 * @param speed scenario minutes in one real minute
 * @param length of the scenario in minutes
 */
record Timeline(Instant beginning, Duration step, Duration offset, double speed, double length) {

  Moment tick(long tick) {
    Duration passed = step.multipliedBy(tick).plus(offset);
    double minutes = passed.toNanos() / 60e9 * speed;
    long round = (long) Math.floor(minutes / length);
    return new Moment(tick, beginning.plus(passed), round, minutes - round * length);
  }

  /** The last tick before or at a time, -1 when there is none. */
  long lastTick(Instant now) {
    long passed = Duration.between(beginning.plus(offset), now).toNanos();
    return Math.floorDiv(passed, step.toNanos());
  }
}
