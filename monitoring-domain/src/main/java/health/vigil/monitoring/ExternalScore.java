package health.vigil.monitoring;

import health.vigil.monitoring.score.Score;

/** A NEWS2 total that arrived with a set from outside: kept, compared, never trusted. */
public record ExternalScore(int total) {
  /** An incomplete score of ours has nothing to compare. */
  boolean differsFrom(Score ours) {
    return ours.total() != null && ours.total() != total;
  }
}
