package health.vigil.store;

import java.time.Instant;

/**
 * The log as it was at a time.
 *
 * @param position of the last event recorded at or before the time, 0 when there was none
 */
public record LogPrefix(Instant time, long position) {}
