package health.vigil.app.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps what is refused to one actor from filling the table: so many a minute are noted one by one,
 * those beyond are counted, and noted as one for each kind of request when the minute is over. A
 * token that holds can be refused ten thousand times a second.
 */
final class Refusals {
  private static final long MINUTE = 60_000;
  private static final int MOST_ACTORS = 10_000;

  private final int aMinute;
  private final LongSupplier millis;
  private final Map<String, Minute> minutes = new HashMap<>();

  /**
   * @param millis a clock that never goes back
   */
  Refusals(int aMinute, LongSupplier millis) {
    this.aMinute = aMinute;
    this.millis = millis;
  }

  private record Kind(String client, String method, String path, Outcome outcome, int status) {
    static Kind of(AccessNote note) {
      return new Kind(note.client(), note.method(), note.path(), note.outcome(), note.status());
    }
  }

  /** Of one actor. */
  private static final class Minute {
    private final long begun;
    private int single;
    private final Map<Kind, AccessNote> beyond = new HashMap<>();

    Minute(long begun) {
      this.begun = begun;
    }
  }

  /** Whether it is to be noted by itself; otherwise it is in what {@link #over} will tell. */
  synchronized boolean isSingle(AccessNote note) {
    Minute minute = minutes.get(note.actor());
    if (minute == null) {
      if (minutes.size() >= MOST_ACTORS) {
        return true;
      }
      minute = new Minute(millis.getAsLong());
      minutes.put(note.actor(), minute);
    }
    if (minute.single < aMinute) {
      minute.single++;
      return true;
    }
    minute.beyond.merge(
        Kind.of(note), note.ofMany(1), (counted, one) -> counted.ofMany(counted.times() + 1));
    return false;
  }

  /** What was counted in minutes that are over. */
  synchronized List<AccessNote> over() {
    return end(millis.getAsLong() - MINUTE);
  }

  /** All that was counted. */
  synchronized List<AccessNote> all() {
    return end(Long.MAX_VALUE);
  }

  private List<AccessNote> end(long begunUntil) {
    List<AccessNote> counted = new ArrayList<>();
    minutes
        .values()
        .removeIf(
            minute -> {
              boolean over = minute.begun <= begunUntil;
              if (over) {
                counted.addAll(minute.beyond.values());
              }
              return over;
            });
    return counted;
  }
}
