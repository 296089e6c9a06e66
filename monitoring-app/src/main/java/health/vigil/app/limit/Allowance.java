package health.vigil.app.limit;

import java.time.Duration;

/**
 * How many places ingest has, by how far alerting is behind: halved at each look while it is too
 * far behind, then given back by eighths, but not while a part of alerting stands still. One is
 * always left: readings that nobody can send are as dangerous as alerts that come late.
 *
 * @param most places when alerting keeps up
 * @param tolerated how far it may be behind
 */
record Allowance(int most, Duration tolerated) {
  int next(int now, AlertLag.Look alerting) {
    if (alerting.longest().compareTo(tolerated) > 0) {
      return Math.max(1, now / 2);
    }
    return alerting.isWhole() ? Math.min(most, now + Math.max(1, most / 8)) : now;
  }
}
