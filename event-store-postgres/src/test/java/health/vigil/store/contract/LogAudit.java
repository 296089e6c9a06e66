package health.vigil.store.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The verdict on a log: what it holds against what the callers were told. Reads neither the engine
 * nor its classes.
 */
final class LogAudit {

  private final StoredLog log;
  private final List<Attempt> attempts;

  LogAudit(StoredLog log, List<Attempt> attempts) {
    this.log = log;
    this.attempts = attempts;
  }

  List<String> verdicts() {
    return Stream.of(
            OrderAudit.verdicts(log), streams(), new PromiseAudit(log.rows(), attempts).verdicts())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> streams() {
    List<String> wrong = new ArrayList<>();
    Map<String, Long> next = new HashMap<>();
    for (Row row : log.rows()) {
      long expected = next.getOrDefault(row.stream(), 0L);
      if (row.sequence() != expected) {
        wrong.add(
            "stream broken: %s at %d instead of %d, position %d"
                .formatted(row.stream(), row.sequence(), expected, row.position()));
      }
      next.put(row.stream(), row.sequence() + 1);
    }
    return wrong;
  }
}
