package health.vigil.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows a request or an event to all that came of it. */
@Command(
    name = "trace",
    header = "Show what led to an event, and all that came of it.",
    description =
        "Each event stands below the one that led to it, over reactions and deadlines; the one that was asked for is marked.")
public final class Trace extends ApiVerb {

  private static final int PAGE = 500;

  @Parameters(
      paramLabel = "ID",
      description =
          "A position of the log, an event's identifier, or the X-Correlation-Id of an answer.")
  private String id = "";

  public Trace(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "auditor");
  }

  @Override
  public Integer call() throws InterruptedException {
    if (id.isBlank()) {
      throw wrongUse("ID has to name an event or a request.");
    }
    JsonNode trace = wholeTrace();
    if (isForPrograms()) {
      print(trace);
    } else {
      new Tree(trace).tell(terminal);
    }
    return ExitCode.WELL;
  }

  private JsonNode wholeTrace() throws InterruptedException {
    Api api = api();
    String path = "/audit/trace/" + Api.segment(id) + "?limit=" + PAGE;
    ObjectNode whole = api.get(path).deepCopy();
    ArrayNode events = whole.withArray("/events");
    for (JsonNode next = whole.remove("next"); next != null; ) {
      JsonNode page = api.get(path + "&cursor=" + Api.segment(next.asText()));
      page.path("events").forEach(events::add);
      next = page.get("next");
    }
    return whole;
  }
}
