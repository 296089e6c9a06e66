package health.vigil.cli.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.export.ExportVerification;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the application export a part of the log, and looks through what came. */
@Command(
    name = "export",
    header = "Export the log with a signed manifest.",
    description = {
      "Writes events.ndjson and manifest.json, for nobody else to read: they hold personal data. That it was exported, by whom and why, becomes an event of the log."
    })
final class ExportLog extends ApiVerb {

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the files go; made when it is missing.")
  private Path folder = Path.of("");

  @Option(names = "--first", paramLabel = "N", description = "Begin with this position (1).")
  private @Nullable Long first;

  @Option(names = "--last", paramLabel = "M", description = "End with this position (the head).")
  private @Nullable Long last;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is recorded.")
  private String reason = "";

  @Option(
      names = "--key",
      paramLabel = "PUB",
      description = "The public half of the key that has to have signed the manifest, in PEM.")
  private List<Path> keys = List.of();

  ExportLog(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "auditor");
  }

  @Override
  public Integer call() throws InterruptedException {
    SignedCheckpoints signed = SignedCheckpoints.withKeys(keys);
    ExportDownload.of(api(), folder, terminal).run(request());
    ExportVerification found = ExportedFiles.verify(folder, signed, terminal);
    ExportReport report = new ExportReport(found, signed, flaws(found));
    if (isForPrograms()) {
      print(report.json());
    } else {
      report.tell(terminal);
    }
    return report.flaws().isEmpty() ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private ObjectNode request() {
    ObjectNode request = Api.JSON.createObjectNode().put("reason", reason);
    if (first != null) {
      request.put("first", first);
    }
    if (last != null) {
      request.put("last", last);
    }
    return request;
  }

  /** Whoever names no key does not ask who signed. */
  private List<Flaw> flaws(ExportVerification found) {
    return found.flaws().stream()
        .filter(flaw -> flaw.kind() != Kind.NOT_SIGNED || !keys.isEmpty())
        .toList();
  }
}
