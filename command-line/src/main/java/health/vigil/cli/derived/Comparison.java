package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a read model compares with the log, as the API tells it. */
record Comparison(JsonNode result) {

  private static final int TOLD = 20;

  boolean isEqual() {
    return result.path("equal").asBoolean();
  }

  void tell(Terminal terminal) {
    String name = result.path("projection").asText();
    terminal.say(
        String.format(
            Locale.ROOT,
            isEqual()
                ? "%s is what the log says: %,d rows, up to position %,d."
                : "%s is NOT what the log says, of %,d rows, up to position %,d:",
            name,
            result.path("rows").asLong(),
            result.path("position").asLong()));
    JsonNode differences = result.path("differences");
    int told = 0;
    for (JsonNode each : differences) {
      if (told++ < TOLD) {
        terminal.say("  " + line(each));
      }
    }
    long more = Math.max(0, differences.size() - TOLD) + result.path("more").asLong();
    if (more > 0) {
      terminal.say("  and " + more + " more.");
    }
  }

  private static String line(JsonNode difference) {
    String where =
        "%s, key %s: "
            .formatted(difference.path("table").asText(), difference.path("key").asText());
    return where
        + switch (difference.path("what").asText()) {
          case "MISSING" -> "the row is missing";
          case "EXTRA" -> "there is a row that nothing in the log leads to";
          default -> "other values in " + columns(difference);
        };
  }

  private static String columns(JsonNode difference) {
    List<String> columns = new ArrayList<>();
    difference.path("columns").forEach(column -> columns.add(column.asText()));
    return String.join(", ", columns);
  }
}
