package health.vigil.appointment;

import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What an acceptable time for an appointment is; all rules are checked and all breaches told. */
enum SlotRule {
  ENDS_AFTER_START("end", "later than start") {
    @Override
    boolean accepts(Instant start, Instant end, Instant at) {
      return start.isBefore(end);
    }
  },
  LONG_ENOUGH("end", "at least 5 minutes after start") {
    @Override
    boolean accepts(Instant start, Instant end, Instant at) {
      return Duration.between(start, end).compareTo(SHORTEST) >= 0 || !start.isBefore(end);
    }
  },
  SHORT_ENOUGH("end", "at most 12 hours after start") {
    @Override
    boolean accepts(Instant start, Instant end, Instant at) {
      return Duration.between(start, end).compareTo(LONGEST) <= 0;
    }
  },
  NOT_PAST("start", "not in the past") {
    @Override
    boolean accepts(Instant start, Instant end, Instant at) {
      return !start.isBefore(at);
    }
  },
  FORESEEABLE("start", "within ten years from now") {
    @Override
    boolean accepts(Instant start, Instant end, Instant at) {
      return !start.isAfter(at.plus(HORIZON));
    }
  };

  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofHours(12);
  static final Duration HORIZON = Duration.ofDays(3653);

  private final String field;
  private final String accepted;

  SlotRule(String field, String accepted) {
    this.field = field;
    this.accepted = accepted;
  }

  abstract boolean accepts(Instant start, Instant end, Instant at);

  /**
   * Checks a time asked for at {@code at}.
   *
   * @throws Refusal as invalid, with an error for every broken rule
   */
  static void check(Instant start, Instant end, Instant at) {
    List<FieldError> errors =
        Stream.of(values())
            .filter(rule -> !rule.accepts(start, end, at))
            .map(rule -> new FieldError(rule.field, rule.accepted))
            .toList();
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }
}
