package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a read model rebuilt and waits for its end. */
@Command(
    name = "rebuild",
    header = "Rebuild a read model from the log, beside the one that is served.",
    description =
        "When it has caught up it takes the other's place in one transaction; reads and writes go on. Ctrl-C ends the waiting, not the rebuild.")
final class RebuildProjection extends ProjectionVerb {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private static final String OVERTAKEN =
      "Something else was begun with %s since, so that it is not known here how its rebuild ended. See ./vigil projections list.";

  @Parameters(paramLabel = "NAME", description = "Such as ward-board; see list.")
  private String name = "";

  RebuildProjection(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    Api api = api();
    String path = ProjectionList.path(existing(api, List.of(name)).get(0));
    JsonNode begun = api.post(path + "/rebuild", Api.JSON.createObjectNode(), Api.JSON::readTree);
    Rebuild end = untilItEnds(api, begun.path("id").asText());
    if (isForPrograms()) {
      print(end.told());
    } else {
      terminal.say(end.sentence(name));
    }
    return end.isDone() ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private Rebuild untilItEnds(Api api, String id) throws InterruptedException {
    try (ProgressLine progress = terminal.progress("positions for " + name)) {
      while (true) {
        Rebuild now =
            Rebuild.of(api.get(ProjectionList.path(name)))
                .filter(rebuild -> rebuild.id().equals(id))
                .orElseThrow(() -> new CouldNotLook(OVERTAKEN.formatted(name)));
        if (!now.isRunning()) {
          return now;
        }
        progress.at(now.position(), now.target());
        Thread.sleep(LOOK_AGAIN.toMillis());
      }
    }
  }
}
