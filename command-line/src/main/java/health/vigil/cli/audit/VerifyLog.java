package health.vigil.cli.audit;

import health.vigil.cli.place.Database;
import health.vigil.cli.place.DatabaseTrouble;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.Verification;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks through the log in its database; the application is not asked, and need not run. */
@Command(
    name = "verify",
    header = "Look whether anything in the log was changed.",
    description = {
      "Reads the log straight from PostgreSQL, beside the running application or without it, and checks each event's hash up to the head.",
      "Checkpoints show, beyond that, that nobody made all hashes anew. They are best kept where the database's administrators can not change them."
    })
final class VerifyLog extends Verb {

  private final Surroundings surroundings;

  @Option(names = "--from", paramLabel = "N", description = "Begin with this position (1).")
  private @Nullable Long from;

  @Option(names = "--to", paramLabel = "M", description = "End with this position (the head).")
  private @Nullable Long to;

  @Option(
      names = "--from-checkpoint",
      description =
          "Begin with the newest checkpoint: what lies before it was verified when it was signed.")
  private boolean fromCheckpoint;

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description = "Compare with the signed checkpoints in this folder.")
  private @Nullable Path checkpoints;

  @Option(
      names = "--key",
      paramLabel = "PUB",
      description =
          "The public half of the key that signed them, in PEM; may be given more than once.")
  private List<Path> keys = List.of();

  VerifyLog(Terminal terminal, Surroundings surroundings) {
    super(terminal);
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    checkOptions();
    SignedCheckpoints signed =
        checkpoints == null ? SignedCheckpoints.NONE : SignedCheckpoints.read(checkpoints, keys);
    long first = first(signed);
    Verification found = verify(signed, first);
    if (first > 1 && first > found.head().position() && found.isIntact()) {
      throw new CouldNotLook(
          "The log ends at position %d: there is nothing to verify from %d on."
              .formatted(found.head().position(), first));
    }
    VerificationReport report = new VerificationReport(found, signed, to);
    if (isForPrograms()) {
      print(report.json());
    } else {
      report.tell(terminal);
    }
    return found.isIntact() ? ExitCode.WELL : ExitCode.NOT_WELL;
  }

  private void checkOptions() {
    if ((checkpoints == null) != keys.isEmpty()) {
      throw wrongUse("--checkpoints and --key go together.");
    }
    if (fromCheckpoint && checkpoints == null) {
      throw wrongUse("--from-checkpoint needs --checkpoints and --key.");
    }
    if (fromCheckpoint && from != null) {
      throw wrongUse("--from-checkpoint and --from do not go together.");
    }
    long begin = from == null ? 1 : from;
    if (begin < 1) {
      throw wrongUse("--from has to be 1 or more: positions begin at 1.");
    }
    if (to != null && to < begin) {
      throw wrongUse("--to has to be %d or more.".formatted(begin));
    }
  }

  private long first(SignedCheckpoints signed) {
    if (!fromCheckpoint) {
      return from == null ? 1 : from;
    }
    long newest =
        signed
            .newest()
            .map(Checkpoint::position)
            .orElseThrow(
                () -> new CouldNotLook("None of the checkpoints was signed by the key of --key."));
    if (to != null && to < newest) {
      throw wrongUse("--to lies before the newest checkpoint, which is at %d.".formatted(newest));
    }
    return newest;
  }

  private Verification verify(SignedCheckpoints signed, long first) throws InterruptedException {
    Database database = Database.of(surroundings);
    try (ProgressLine progress = terminal.progress("events")) {
      return new ChainVerifier(database.dataSource())
          .against(signed.checkpoints(), signed.keys())
          .reporting((position, last) -> progress.at(position - first + 1, last - first + 1))
          .range(first, to == null ? Long.MAX_VALUE : to);
    } catch (EventStoreException e) {
      throw DatabaseTrouble.of(database, e);
    }
  }
}
