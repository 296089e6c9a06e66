package health.vigil.store.contract;

import java.util.ArrayList;
import java.util.List;

/** Positions without gaps, times that never decrease, a chain that closes, a head that agrees. */
final class OrderAudit {

  private OrderAudit() {}

  static List<String> verdicts(StoredLog log) {
    List<String> wrong = new ArrayList<>();
    long position = 0;
    String recordedAt = "";
    String hash = Chain.BEFORE_THE_FIRST;
    for (Row row : log.rows()) {
      if (row.position() != position + 1) {
        wrong.add("gap: position %d follows %d".formatted(row.position(), position));
      }
      if (row.recordedAt().compareTo(recordedAt) < 0) {
        wrong.add("time runs back: position " + row.position());
      }
      if (!row.hash().equals(Chain.hash(hash, row))) {
        wrong.add("chain broken: position " + row.position());
      }
      position = row.position();
      recordedAt = row.recordedAt();
      hash = row.hash();
    }
    wrong.addAll(head(log, position, recordedAt, hash));
    return wrong;
  }

  private static List<String> head(StoredLog log, long position, String recordedAt, String hash) {
    boolean agrees =
        log.headPosition() == position
            && log.headHash().equals(hash)
            && (position == 0 || log.headRecordedAt().equals(recordedAt));
    return agrees
        ? List.of()
        : List.of("head astray: at %d, newest event at %d".formatted(log.headPosition(), position));
  }
}
