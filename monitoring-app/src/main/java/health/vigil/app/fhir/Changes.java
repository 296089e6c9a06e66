package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Intent;
import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.log.MessageParts;
import health.vigil.app.log.MessageParts.Share;
import health.vigil.monitoring.ObservationLog;
import health.vigil.monitoring.Origin;
import health.vigil.monitoring.RecordTogether.AmendPart;
import health.vigil.monitoring.RecordedObservation;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.Vital;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What an amended message, or one that is taken back, changes in the set that it is part of. */
@Singleton
class Changes {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final MessageParts parts;
  private final ObservationLog log;
  private final Duration span;

  Changes(MessageParts parts, ObservationLog log, FhirConfiguration configuration) {
    this.parts = parts;
    this.log = log;
    this.span = configuration.setSpan();
  }

  /** Either a step, or the answer when there is nothing to do or nothing can be done. */
  record Change(@Nullable AmendPart step, @Nullable EntryAnswer answer) {}

  /**
   * @param message one that is recorded with other content
   */
  Change of(Message message, Sender sender) {
    Share share = parts.find(message.identity().key()).orElse(null);
    RecordedObservation set = share == null ? null : log.find(share.set()).orElse(null);
    if (share == null || set == null || !share.patient().equals(message.patient())) {
      return refused(
          CONFLICT, message.said().path() + ".subject", "is recorded for another patient");
    }
    if (set.moved()) {
      return refused(
          CONFLICT,
          message.said().path() + ".subject",
          "was moved to another patient: take it back there");
    }
    boolean retraction = message.said().intent() == Intent.RETRACT;
    if (retraction && set.retracted()) {
      return new Change(null, Known.nothing(message, "is taken back already"));
    }
    Change impossible = impossible(message, share);
    if (impossible != null) {
      return impossible;
    }
    Instant measuredAt = retraction ? set.measuredAt() : message.measuredAt();
    if (!share.alone() && apart(measuredAt, set.measuredAt())) {
      return refused(
          UNPROCESSABLE,
          message.expressionOf("measuredAt"),
          "is too far from the other values of its set: take it back, and send it as another");
    }
    Instant moved =
        share.alone() || measuredAt.isAfter(set.measuredAt()) ? measuredAt : set.measuredAt();
    return new Change(step(message, share, retraction, moved, sender), null);
  }

  private static @Nullable Change impossible(Message message, Share share) {
    Set<Vital> touched = Shares.told(message.said().values());
    touched.addAll(share.told());
    if (touched.isEmpty()) {
      return refused(
          UNPROCESSABLE,
          message.said().path(),
          "a score is kept as it came: it can be neither amended nor taken back");
    }
    return Collections.disjoint(touched, share.contested())
        ? null
        : refused(
            CONFLICT,
            message.said().path(),
            "another message of the same set tells of the same vital sign: correct the set by"
                + " POST /patients/ID/observations/ID/correction");
  }

  private static AmendPart step(
      Message message, Share share, boolean retraction, Instant measuredAt, Sender sender) {
    return new AmendPart(
        message.patient(),
        share.set(),
        message.part(),
        share.told(),
        retraction ? Shares.nothing() : message.said().values(),
        measuredAt,
        sender.at(),
        new Origin(message.change().metaData()));
  }

  private boolean apart(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(span) > 0;
  }

  private static Change refused(int status, String expression, String diagnostics) {
    Issue issue = Issue.error(IssueType.CONFLICT, expression, diagnostics);
    return new Change(null, EntryAnswer.refused(status, issue));
  }
}
