package health.vigil.e2e;

import java.time.Instant;
import java.util.Map;

/** What becomes of a simulated patient within {@link #SETS} sets, and what alerting owes for it. */
enum Course {
  /** Nothing happens. */
  WELL(0, 0, 0, 0) {
    @Override
    Map<String, Object> set(int number, Instant measuredAt, String messageId) {
      return Patients.well(measuredAt, messageId);
    }
  },
  /** HIGH, and nobody comes: told to every level of the chain, once each. */
  DETERIORATES(1, 2, 0, 0) {
    @Override
    Map<String, Object> set(int number, Instant measuredAt, String messageId) {
      return number < 3
          ? Patients.well(measuredAt, messageId)
          : Patients.critical(measuredAt, messageId);
    }
  },
  /** MEDIUM, and a nurse acknowledges before anybody else is told. */
  IS_SEEN(1, 0, 1, 0) {
    @Override
    Map<String, Object> set(int number, Instant measuredAt, String messageId) {
      return number < 3
          ? Patients.well(measuredAt, messageId)
          : Patients.unwell(measuredAt, messageId);
    }
  },
  /** MEDIUM, acknowledged, and over when the last sets are well. */
  RECOVERS(1, 0, 1, 1) {
    @Override
    Map<String, Object> set(int number, Instant measuredAt, String messageId) {
      return number == 3 || number == 4
          ? Patients.unwell(measuredAt, messageId)
          : Patients.well(measuredAt, messageId);
    }
  };

  static final int SETS = 10;

  final int raised;
  final int escalated;
  final int acknowledged;
  final int ended;

  Course(int raised, int escalated, int acknowledged, int ended) {
    this.raised = raised;
    this.escalated = escalated;
    this.acknowledged = acknowledged;
    this.ended = ended;
  }

  abstract Map<String, Object> set(int number, Instant measuredAt, String messageId);
}
