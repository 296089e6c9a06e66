package health.vigil.app.audit;

import health.vigil.app.log.Payloads;
import health.vigil.app.log.SignedLog;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
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
   * The part of the log that an export gives out.
   *
   * @throws Refusal when there is no such export
   */
  LogPart partOf(String id) {
    return part(recorded(id));
  }

  /**
   * The manifest of an export: the same each time, as long as the key is the same. What is signed
   * is what the log holds, as of when the database recorded the export: a row that only looks like
   * an export gets nothing signed that is not so, and nothing as of another time.
   *
   * @throws Refusal when there is no such export
   * @throws ProblemException 409 when there is no key, or the log no longer holds that part
   */
  ExportManifest manifest(String id) {
    RecordedEvent recorded = recorded(id);
    LogPart part = part(recorded);
    if (!part.equals(part(part.first(), part.last()))) {
      throw new ProblemException(
          Problem.of(409, "log-broken", "The log is broken")
              .detail("It does not hold what this export says of it. Verify the log."));
    }
    return ExportManifest.of(
        new ExportManifest.Part(
            id, part.epoch(), part.first(), part.last(), part.before(), part.hash()),
        recorded.recordedAt(),
        key());
  }

  private RecordedEvent recorded(String id) {
    return log.byStream(id, 0, 1).stream()
        .filter(event -> event.type().equals(LogExported.class.getSimpleName()))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("export"));
  }

  private LogPart part(RecordedEvent export) {
    return ((LogExported) payloads.read(export)).part();
  }
}
