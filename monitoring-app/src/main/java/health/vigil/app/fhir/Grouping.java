package health.vigil.app.fhir;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes sets of separate messages of one patient, oldest first. */
final class Grouping {
  private static final Comparator<Message> OLDEST_FIRST =
      Comparator.comparing(Message::measuredAt).thenComparing(Message::index);

  private Grouping() {}

  /**
   * A vital sign that every set near enough has already begins another set. Of several sets that
   * can take a message it goes to the one that began last: to complete an older one would make an
   * outdated value look like the latest. Of those that began at once the first takes it.
   */
  static List<MessageSet> of(List<Message> messages, Duration span) {
    List<MessageSet> sets = new ArrayList<>();
    for (Message message : messages.stream().sorted(OLDEST_FIRST).toList()) {
      if (latestFirst(sets).noneMatch(set -> set.takes(message, span))) {
        sets.add(new MessageSet(message));
      }
    }
    return sets;
  }

  private static Stream<MessageSet> latestFirst(List<MessageSet> sets) {
    return sets.stream().sorted(Comparator.comparing(MessageSet::begun).reversed());
  }
}
