package health.vigil.store.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What every caller was told, against what the log holds. */
final class PromiseAudit {

  private final List<Row> rows;
  private final Map<String, List<Row>> rowsByKey;
  private final Map<Place, Row> rowsByPlace = new HashMap<>();
  private final Map<String, List<Attempt>> attemptsByKey;
  private final List<String> wrong = new ArrayList<>();

  PromiseAudit(List<Row> rows, List<Attempt> attempts) {
    this.rows = rows;
    this.rowsByKey = rows.stream().collect(Collectors.groupingBy(Row::key));
    rows.forEach(row -> rowsByPlace.put(row.place(), row));
    this.attemptsByKey =
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.intent().key()));
  }

  List<String> verdicts() {
    Set<String> keys = new TreeSet<>(rowsByKey.keySet());
    keys.addAll(attemptsByKey.keySet());
    for (String key : keys) {
      check(
          key, rowsByKey.getOrDefault(key, List.of()), attemptsByKey.getOrDefault(key, List.of()));
    }
    return wrong;
  }

  private void check(String key, List<Row> stored, List<Attempt> attempts) {
    Map<Outcome.Kind, List<Attempt>> told =
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.outcome().kind()));
    List<Attempt> committed = told.getOrDefault(Outcome.Kind.COMMITTED, List.of());
    if (attempts.isEmpty()) {
      wrong.add("invented: nobody appended " + key);
    } else if (told.containsKey(Outcome.Kind.UNANSWERED)) {
      wrong.add("no answer: " + told.get(Outcome.Kind.UNANSWERED).get(0));
    } else if (committed.size() > 1) {
      wrong.add("acknowledged twice: " + committed);
    }
    told.getOrDefault(Outcome.Kind.CONFLICT, List.of()).forEach(this::checkConflict);
    told.getOrDefault(Outcome.Kind.ALREADY_RECORDED, List.of()).forEach(this::checkRepeat);
    if (stored.isEmpty()) {
      attempts.stream()
          .filter(attempt -> attempt.outcome().isRecorded())
          .forEach(attempt -> wrong.add("lost: " + attempt));
    } else {
      checkStored(key, stored, attempts, committed);
      // Of several that were acknowledged under one key the log holds one at most.
      committed.stream()
          .filter(attempt -> committed.size() > 1 && !isWhole(attempt.intent(), stored))
          .forEach(attempt -> wrong.add("lost: " + attempt));
    }
  }

  private void checkStored(
      String key, List<Row> stored, List<Attempt> attempts, List<Attempt> committed) {
    List<Attempt> possible =
        committed.isEmpty()
            ? attempts.stream()
                .filter(attempt -> attempt.outcome().is(Outcome.Kind.UNKNOWN))
                .toList()
            : committed;
    if (possible.isEmpty()) {
      if (!attempts.isEmpty()) {
        wrong.add("refused, yet in the log: " + attempts.get(0));
      }
    } else if (stored.size() > possible.get(0).intent().places().size()) {
      wrong.add("twice in the log: %s, %d events".formatted(key, stored.size()));
    } else if (possible.stream().noneMatch(attempt -> isWhole(attempt.intent(), stored))) {
      wrong.add(
          "not whole and in order: %s, stored at %s".formatted(possible.get(0), positions(stored)));
    }
  }

  private static List<Long> positions(List<Row> stored) {
    return stored.stream().map(Row::position).toList();
  }

  /** All of its events, next to each other, in order, at the places and under the names it gave. */
  private static boolean isWhole(Intent intent, List<Row> stored) {
    if (stored.size() != intent.places().size()) {
      return false;
    }
    long first = stored.get(0).position();
    for (int part = 0; part < stored.size(); part++) {
      Row row = stored.get(part);
      if (row.position() != first + part
          || row.part() != part
          || !row.place().equals(intent.places().get(part))
          || !row.identifier().equals(intent.identifier(part))) {
        return false;
      }
    }
    return true;
  }

  /** Nobody is refused for a place that is free. */
  private void checkConflict(Attempt attempt) {
    boolean taken =
        attempt.intent().places().stream()
            .map(rowsByPlace::get)
            .anyMatch(row -> row != null && !row.key().equals(attempt.intent().key()));
    if (!taken) {
      wrong.add("conflict with nothing: " + attempt);
    }
  }

  /** The position is that of an event of the same key. */
  private void checkRepeat(Attempt attempt) {
    long position = attempt.outcome().position();
    Row held = position < 1 || position > rows.size() ? null : rows.get((int) position - 1);
    if (held == null
        || held.position() != position
        || !held.identifier().equals(attempt.outcome().identifier())
        || !held.key().equals(attempt.intent().key())) {
      wrong.add("wrong position for a repeat: " + attempt);
    }
  }
}
