package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.node.ArrayNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has read models compared with the log. */
@Command(
    name = "verify",
    header = "Compare a read model, or all of them, with the log.",
    description =
        "The log is replayed beside what is served, and each row compared. Nothing is changed, sent or escalated.")
final class VerifyProjections extends ProjectionVerb {

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Such as ward-board; without one, all of them.")
  private List<String> names = List.of();

  VerifyProjections(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    Api api = api();
    ArrayNode results = Api.JSON.createArrayNode();
    boolean equal = true;
    for (String name : existing(api, names)) {
      Comparison found = verify(api, name);
      equal &= found.isEqual();
      results.add(found.result());
      if (!isForPrograms()) {
        found.tell(terminal);
      }
    }
    if (isForPrograms()) {
      print(names.size() == 1 ? results.get(0) : results);
    }
    return equal ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private Comparison verify(Api api, String name) throws InterruptedException {
    try (ProgressLine progress = terminal.progress("positions for " + name)) {
      return new Comparison(api.follow(ProjectionList.path(name) + "/verification", progress::at));
    }
  }
}
