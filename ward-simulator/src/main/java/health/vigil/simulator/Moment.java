package health.vigil.simulator;

import java.time.Instant;

/**
 * One tick of a bed's clock.
 *
 * @param tick since the beginning
 * @param at the real time of it
 * @param round how often the scenario has been gone through before
 * @param minute of the scenario
 */
record Moment(long tick, Instant at, long round, double minute) {}
