package health.vigil.store;

import java.time.Instant;

/**
 * Where the log ends.
 *
 * @param epoch letters and digits that name this life of the log
 * @param position of the newest event, 0 when there is none
 * @param recordedAt when the newest event was recorded; when the log was made, if there is none
 * @param hash of the newest event, in 64 lower-case hexadecimal digits; zeros when there is none
 */
public record LogHead(String epoch, long position, Instant recordedAt, String hash) {}
