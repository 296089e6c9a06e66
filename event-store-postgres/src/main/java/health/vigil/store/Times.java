package health.vigil.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL keeps them. */
final class Times {

  private Times() {}

  /**
   * Cut to microseconds; left to itself the driver rounds, and an event would lie in the future.
   */
  static OffsetDateTime stored(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
