package health.vigil.app.fhir;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes sets of separate messages of one patient, oldest first. */
final class Grouping {
  private static final Comparator<Message> OLDEST_FIRST =
      Comparator.comparing(Message::measuredAt).thenComparing(Message::index);

  private Grouping() {}

  /**
   * A vital sign that a set has already, or one measured later than the span, begins another set.
   */
  static List<MessageSet> of(List<Message> messages, Duration span) {
    List<MessageSet> sets = new ArrayList<>();
    for (Message message : messages.stream().sorted(OLDEST_FIRST).toList()) {
      if (sets.isEmpty() || !sets.get(sets.size() - 1).takes(message, span)) {
        sets.add(new MessageSet(message));
      }
    }
    return sets;
  }
}
