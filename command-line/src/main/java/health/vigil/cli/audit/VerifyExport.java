package health.vigil.cli.audit;

import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import health.vigil.store.export.ExportVerification;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through an export; neither a database nor a network is needed. */
@Command(
    name = "verify-export",
    header = "Look whether an export holds what its manifest was signed for.",
    description = "Needs nothing but the folder of the export and the public half of the key.")
final class VerifyExport extends Verb {

  @Parameters(paramLabel = "FOLDER", description = "Holds events.ndjson and manifest.json.")
  private Path folder = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "PUB",
      required = true,
      description =
          "The public half of the key that signed the manifest, in PEM; may be given more than once.")
  private List<Path> keys = List.of();

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description = "Compare with the signed checkpoints in this folder, too.")
  private @Nullable Path checkpoints;

  VerifyExport(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    SignedCheckpoints signed =
        checkpoints == null
            ? SignedCheckpoints.withKeys(keys)
            : SignedCheckpoints.read(checkpoints, keys);
    ExportVerification found = ExportedFiles.verify(folder, signed, terminal);
    ExportReport report = new ExportReport(found, signed, found.flaws());
    if (isForPrograms()) {
      print(report.json());
    } else {
      report.tell(terminal);
    }
    return found.isIntact() ? ExitCode.WELL : ExitCode.NOT_WELL;
  }
}
