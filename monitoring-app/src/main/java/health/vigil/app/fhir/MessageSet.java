package health.vigil.app.fhir;

import health.vigil.app.idempotency.MessageIdentity;
import health.vigil.app.idempotency.Sender;
import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.RecordTogether.RecordSet;
import health.vigil.monitoring.SetPart;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages about one patient that are one set: measured within a span, each vital sign once, at
 * most one score from outside. The set was measured when the last of them was.
 */
final class MessageSet {
  private final List<Message> messages = new ArrayList<>();
  private VitalSigns values = Shares.nothing();
  private @Nullable ExternalScore score;

  MessageSet(Message first) {
    add(first);
  }

  /** Adds a message that is no older than those before, if it belongs here. */
  boolean takes(Message message, Duration span) {
    Instant oldest = messages.get(0).measuredAt();
    boolean near = Duration.between(oldest, message.measuredAt()).compareTo(span) <= 0;
    boolean secondScore = score != null && message.said().externalScore() != null;
    boolean fits =
        near && !secondScore && Shares.overlap(values, message.said().values()).isEmpty();
    if (fits) {
      add(message);
    }
    return fits;
  }

  private void add(Message message) {
    values = Shares.join(values, message.said().values());
    score = score == null ? message.said().externalScore() : score;
    messages.add(message);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  /** A score from outside alone is about nothing. */
  boolean isEmpty() {
    return Shares.told(values).isEmpty();
  }

  MessageIdentity first() {
    return messages.get(0).identity();
  }

  ObservationId id() {
    return new ObservationId(first().id());
  }

  RecordSet step(Sender sender) {
    Message first = messages.get(0);
    RecordVitalSigns set =
        new RecordVitalSigns(
            first.patient(),
            id(),
            values,
            messages.get(messages.size() - 1).measuredAt(),
            null,
            first.said().device(),
            score,
            sender.at());
    List<SetPart> further = messages.stream().skip(1).map(MessageSet::part).toList();
    return new RecordSet(set, further, first.origin());
  }

  private static SetPart part(Message message) {
    return new SetPart(
        message.part(),
        message.said().vitals(),
        message.measuredAt(),
        message.said().device(),
        message.origin());
  }
}
