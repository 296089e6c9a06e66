package health.vigil.app.limit;

import java.time.Duration;

/**
 * How many places ingest has, by how far alerting is behind: halved at each look while it is too
 * far behind, then given back by eighths. One is always left: readings that nobody can send are as
 * dangerous as alerts that come late.
 *
 * @param most places when alerting keeps up
 * @param tolerated how far it may be behind
 */
record Allowance(int most, Duration tolerated) {
  int next(int now, Duration lag) {
    return lag.compareTo(tolerated) > 0
        ? Math.max(1, now / 2)
        : Math.min(most, now + Math.max(1, most / 8));
  }
}
