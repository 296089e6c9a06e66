package health.vigil.app.audit;

import health.vigil.app.log.Payloads;
import health.vigil.app.log.SignedLog;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.audit.ExportId;
import health.vigil.audit.LogExportEvent.LogExported;
import health.vigil.audit.LogPart;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import health.vigil.store.chain.LogHash;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.export.ExportManifest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an export says, made of the log alone: first for its event, then from it. */
@Singleton
class Exporting {
  private final EventLog log;
  private final SignedLog signed;
  private final Payloads payloads;

  Exporting(EventLog log, SignedLog signed, Payloads payloads) {
    this.log = log;
    this.signed = signed;
    this.payloads = payloads;
  }

  /**
   * @throws ProblemException 409 when there is none
   */
  SigningKey key() {
    return required(signed.key());
  }

  static SigningKey required(Optional<SigningKey> key) {
    return key.orElseThrow(
        () ->
            new ProblemException(
                Problem.of(409, "no-signing-key", "This node signs no exports")
                    .detail(
                        "Whoever runs Vigil sets vigil.log.checkpoints.folder and"
                            + " vigil.log.checkpoints.key-file.")));
  }

  /**
   * The part of the log as it is now.
   *
   * @param first null for the first position
   * @param last null for the newest
   * @throws Refusal when there is no such part
   * @throws ProblemException 409 when somebody has taken its ends out of the log
   */
  LogPart part(@Nullable Long first, @Nullable Long last) {
    long head = log.head();
    String positions =
        head == 0 ? "none yet: the log is empty" : "a position of the log, 1 to " + head;
    long from = first == null ? 1 : first;
    long to = last == null ? head : last;
    if (from < 1 || from > head) {
      throw Refusal.invalid("first", positions);
    }
    if (to < from || to > head) {
      throw Refusal.invalid("last", to > head ? positions : "a position not before first");
    }
    String before = from == 1 ? HexFormat.of().formatHex(LogHash.beforeFirst()) : hash(from - 1);
    return new LogPart(log.epoch(), from, to, before, hash(to));
  }

  private String hash(long position) {
    return log.read(position - 1, 1).stream()
        .filter(event -> event.position() == position)
        .map(RecordedEvent::hash)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(409, "log-broken", "The log is broken")
                        .detail(
                            "There is no event at position " + position + ". Verify the log.")));
  }

  /**
   * What the log tells of an export.
   *
   * @throws Refusal when there is none
   */
  LogExported find(String id) {
    List<RecordedEvent> stream = log.byStream(id, 0, 1);
    return stream.stream()
        .filter(event -> event.type().equals(LogExported.class.getSimpleName()))
        .map(payloads::read)
        .filter(LogExported.class::isInstance)
        .map(LogExported.class::cast)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("export"));
  }

  /**
   * The same each time, as long as the key is the same.
   *
   * @throws ProblemException 409 when there is no key
   */
  ExportManifest manifest(LogExported export) {
    ExportId id = export.exportId();
    LogPart part = export.part();
    return ExportManifest.of(
        new ExportManifest.Part(
            id.value(), part.epoch(), part.first(), part.last(), part.before(), part.hash()),
        export.at(),
        key());
  }
}
