package health.vigil.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** Has the keys of patients wrapped with the current master key. */
@Command(
    name = "rewrap",
    header = "Wrap the keys of all patients with the current master key.",
    description = "Nothing in the log is changed. Then the master key before may go.")
final class RewrapKeys extends ApiVerb {

  RewrapKeys(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "operator");
  }

  @Override
  public Integer call() throws InterruptedException {
    JsonNode result = rewrap();
    if (isForPrograms()) {
      print(result);
    } else {
      tell(result);
    }
    return result.path("remaining").asLong() == 0 ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private JsonNode rewrap() throws InterruptedException {
    try (ProgressLine progress = terminal.progress("keys")) {
      return api().follow("/operations/keys/rewrapping", progress::at);
    }
  }

  private void tell(JsonNode result) {
    String master = result.path("masterKey").asText();
    terminal.say(
        "%,d keys were wrapped anew with the master key %s."
            .formatted(result.path("rewrapped").asLong(), master));
    long remaining = result.path("remaining").asLong();
    terminal.say(
        remaining == 0
            ? "Every key is wrapped with it: the others may go."
            : "%,d keys are still wrapped with another: does every node know the current one?"
                .formatted(remaining));
    result
        .path("unopened")
        .forEach(patient -> terminal.say("not opened", "the key of patient " + patient.asText()));
  }
}
