package health.vigil.app.rules;

import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The rules that the log says are in force, beside those of this node. */
@Singleton
class Rules {
  private final RulesOnRecord record;
  private final RulesInForce here;

  Rules(RulesOnRecord record, RulesInForce here) {
    this.record = record;
    this.here = here;
  }

  /** Keys of rules by which this node does not judge. */
  List<String> differing() {
    return RulesAnswer.differing(RulesAnswer.after(record.all()), here.rules());
  }

  /**
   * @throws Refusal when the page is not acceptable
   */
  RulesAnswer page(PageRequest request) {
    List<RecordedChange> changes = record.all();
    SortedMap<String, String> rules = RulesAnswer.after(changes);
    return new RulesAnswer(
        changes.get(changes.size() - 1).position(),
        rules,
        RulesAnswer.differing(rules, here.rules()),
        page(changes, request));
  }

  private static Page<RecordedChange> page(List<RecordedChange> changes, PageRequest request) {
    int limit = request.limit();
    int end = end(request.cursor(), changes.size());
    int begin = Math.max(0, end - limit);
    List<RecordedChange> newestFirst = new ArrayList<>(changes.subList(begin, end));
    Collections.reverse(newestFirst);
    return Page.of(newestFirst, begin == 0 ? null : String.valueOf(begin));
  }

  private static int end(@Nullable String cursor, int all) {
    if (cursor == null) {
      return all;
    }
    if (!cursor.matches("[0-9]{1,9}") || Integer.parseInt(cursor) > all) {
      throw Refusal.invalid("cursor", "the next of an earlier page");
    }
    return Integer.parseInt(cursor);
  }
}
