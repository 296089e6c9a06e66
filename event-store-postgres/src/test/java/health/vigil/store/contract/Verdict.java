package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What a suite comes to in the end: the audit of the log, and what the readers have seen of it. */
final class Verdict {

  private static final int SHOWN = 20;

  private Verdict() {}

  /**
   * Fails with everything that is wrong.
   *
   * @param readers what each has seen, when it is told how many events there are to see
   */
  static void pass(Database database, List<Attempt> attempts, LongFunction<List<Seen>> readers)
      throws SQLException {
    StoredLog log = database.log();
    List<String> wrong = new ArrayList<>(new LogAudit(log, attempts).verdicts());
    wrong.addAll(readers(log, readers.apply(log.rows().size())));
    Map<String, Long> kinds =
        wrong.stream()
            .collect(
                Collectors.groupingBy(verdict -> verdict.split(":", 2)[0], Collectors.counting()));
    assertThat(wrong.stream().limit(SHOWN))
        .as("verdicts %s on a log of %d events", kinds, log.rows().size())
        .isEmpty();
  }

  /** Where there are no readers. */
  static void pass(Database database, Ledger ledger) throws SQLException {
    pass(database, ledger.attempts(), events -> List.of());
  }

  /** No gap, no reorder, no duplicate. */
  private static List<String> readers(StoredLog log, List<Seen> readers) {
    Seen all = Seen.of(log.rows());
    return readers.stream()
        .filter(seen -> !seen.equals(all))
        .map(seen -> "reader astray: has seen " + seen.events() + ", not in the order of the log")
        .toList();
  }
}
