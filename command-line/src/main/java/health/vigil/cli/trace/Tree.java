package health.vigil.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The events of a trace, each below its cause. */
final class Tree {

  private static final int DEEPEST = 12;

  private final JsonNode trace;
  private final Map<Long, JsonNode> events = new TreeMap<>();
  private final Map<Long, List<Long>> effects = new TreeMap<>();
  private final List<Long> roots = new ArrayList<>();

  Tree(JsonNode trace) {
    this.trace = trace;
    trace.path("events").forEach(event -> events.put(position(event), event));
    events.forEach(
        (position, event) -> {
          long cause = event.path("cause").asLong();
          boolean isKnown = cause != position && events.containsKey(cause);
          List<Long> siblings =
              isKnown ? effects.computeIfAbsent(cause, none -> new ArrayList<>()) : roots;
          siblings.add(position);
        });
  }

  void tell(Terminal terminal) {
    if (trace.hasNonNull("correlationId")) {
      terminal.say("Request " + trace.path("correlationId").asText());
    }
    roots.forEach(root -> tell(root, 0, terminal));
  }

  private void tell(long position, int depth, Terminal terminal) {
    JsonNode event = events.get(position);
    if (event != null) {
      terminal.say(line(event, depth));
      effects.getOrDefault(position, List.of()).forEach(each -> tell(each, depth + 1, terminal));
    }
  }

  private String line(JsonNode event, int depth) {
    boolean isAsked = position(event) == trace.path("asked").asLong();
    return "%s %7d  %24s  %s%s  %s%s"
        .formatted(
            isAsked ? ">" : " ",
            position(event),
            when(event),
            "  ".repeat(Math.min(DEEPEST, depth)),
            event.path("type").asText(),
            event.path("stream").asText(),
            who(event));
  }

  /** When it was recorded; of an effect, how long after its cause. */
  private String when(JsonNode event) {
    JsonNode cause = events.get(event.path("cause").asLong());
    return cause == null
        ? time(event).truncatedTo(ChronoUnit.MILLIS).toString()
        : "+" + span(Duration.between(time(cause), time(event)));
  }

  private static String span(Duration span) {
    if (span.compareTo(Duration.ofSeconds(1)) < 0) {
      return span.toMillis() + " ms";
    }
    return span.compareTo(Duration.ofMinutes(2)) < 0
        ? String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0)
        : span.toMinutes() + " min";
  }

  private static String who(JsonNode event) {
    return told(event, "actor", "by") + told(event, "reaction", "by reaction");
  }

  private static String told(JsonNode event, String name, String as) {
    return event.hasNonNull(name) ? "  " + as + " " + event.path(name).asText() : "";
  }

  private static Instant time(JsonNode event) {
    return Instant.parse(event.path("recordedAt").asText());
  }

  private static long position(JsonNode event) {
    return event.path("position").asLong();
  }
}
