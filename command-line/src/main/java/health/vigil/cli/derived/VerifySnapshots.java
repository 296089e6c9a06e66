package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** Has snapshots compared with the events that they stand for. */
@Command(
    name = "verify",
    header = "Compare each snapshot with the events that it stands for.",
    description = "Nothing is changed.")
final class VerifySnapshots extends ApiVerb {

  private static final int TOLD = 20;

  VerifySnapshots(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "operator");
  }

  @Override
  public Integer call() throws InterruptedException {
    JsonNode result = verify();
    if (isForPrograms()) {
      print(result);
    } else {
      tell(result);
    }
    return isEqual(result) ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private JsonNode verify() throws InterruptedException {
    try (ProgressLine progress = terminal.progress("snapshots")) {
      return api().follow("/operations/snapshots/verification", progress::at);
    }
  }

  private static boolean isEqual(JsonNode result) {
    return result.path("equal").asBoolean();
  }

  private void tell(JsonNode result) {
    long all = result.path("snapshots").asLong();
    terminal.say(
        isEqual(result)
            ? "Each of %d snapshots is what its events say.".formatted(all)
            : "Of %d snapshots some are NOT what their events say:".formatted(all));
    int told = 0;
    for (JsonNode each : result.path("differences")) {
      if (told++ < TOLD) {
        terminal.say(
            "  %s at %d: %s"
                .formatted(
                    each.path("stream").asText(),
                    each.path("sequence").asLong(),
                    each.path("what").asText()));
      }
    }
    if (told > TOLD) {
      terminal.say("  and %d more: --json tells all.".formatted(told - TOLD));
    }
  }
}
