package health.vigil.projection.ward;

import health.vigil.ward.WardId;
import java.time.Instant;

/**
 * Asks for the board of a ward, answered with a {@link WardBoard}.
 *
 * @param now the time of reading: what is overdue or stale is judged at it
 */
public record FindWardBoard(WardId ward, Instant now) {}
