package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** Tells how far each read model is, and what is being done to it. */
@Command(name = "list", header = "Show each read model: version, position, how far it is behind.")
final class ListProjections extends ApiVerb {

  private static final String LINE = "%-14s %7s %12s %8s %7s  %-10s %s";

  ListProjections(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "operator");
  }

  @Override
  public Integer call() throws InterruptedException {
    JsonNode list = ProjectionList.of(api());
    if (isForPrograms()) {
      print(list);
      return ExitCode.WELL;
    }
    terminal.say(
        LINE.formatted("projection", "version", "position", "behind", "parked", "state", "rebuild")
            .stripTrailing());
    ProjectionList.items(list).forEach(each -> terminal.say(line(each)));
    return ExitCode.WELL;
  }

  /** That of the rows, and that of the code when it is another. */
  private static String version(JsonNode projection) {
    String rows = projection.path("version").asText();
    String code = projection.path("codeVersion").asText(rows);
    return code.equals(rows) ? rows : rows + "->" + code;
  }

  private static String line(JsonNode projection) {
    return LINE.formatted(
            projection.path("name").asText(),
            version(projection),
            projection.path("position").asText(),
            projection.path("lag").asText(),
            projection.path("parked").asText(),
            projection.path("state").asText(),
            Rebuild.of(projection).map(Rebuild::brief).orElse(""))
        .stripTrailing();
  }
}
