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
import java.util.Collections;
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
    boolean near = Duration.between(begun(), message.measuredAt()).compareTo(span) <= 0;
    boolean secondScore = score != null && message.said().externalScore() != null;
    boolean fits =
        near && !secondScore && messages.stream().noneMatch(other -> clash(other, message));
    if (fits) {
      add(message);
    }
    return fits;
  }

  /** The same value at the same time, such as one told under two codes, is no second value. */
  private static boolean clash(Message one, Message other) {
    VitalSigns values = one.said().values();
    VitalSigns more = other.said().values();
    return one.measuredAt().equals(other.measuredAt())
        ? !Shares.contradictions(values, more).isEmpty()
        : !Shares.overlap(values, more).isEmpty();
  }

  private void add(Message message) {
    values = Shares.join(values, message.said().values());
    score = score == null ? message.said().externalScore() : score;
    messages.add(message);
  }

  /** When the earliest was measured. */
  Instant begun() {
    return messages.get(0).measuredAt();
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
    List<SetPart> parts =
        messages.stream()
            .filter(message -> message.index() != first.index() || isSharedByAnother(first))
            .map(MessageSet::part)
            .toList();
    return new RecordSet(set, parts, first.origin());
  }

  /** What the first told is what no part told, unless that is said. */
  private boolean isSharedByAnother(Message first) {
    return messages.stream()
        .skip(1)
        .anyMatch(other -> !Collections.disjoint(other.said().vitals(), first.said().vitals()));
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
