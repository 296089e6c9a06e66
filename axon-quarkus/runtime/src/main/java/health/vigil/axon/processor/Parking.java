package health.vigil.axon.processor;

import health.vigil.axon.failure.Unquoted;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The parked events of one processing group. A sequence is an aggregate; where sagas run in several
 * segments, an aggregate in a segment, since each segment handles the event for its own sagas.
 */
final class Parking {

  static final String SEGMENT = "segment";
  static final String SEQUENCE = "sequence";

  private static final Logger LOG = Logger.getLogger(Parking.class);

  private final String group;
  private final boolean sagas;
  private final SequencedDeadLetterQueue<EventMessage<?>> queue;
  private final String anythingParked;

  Parking(String group, boolean sagas, SequencedDeadLetterQueue<EventMessage<?>> queue) {
    this.group = group;
    this.sagas = sagas;
    this.queue = queue;
    this.anythingParked = Parking.class.getName() + "/" + group;
  }

  void park(EventMessage<?> event, Segment segment, Throwable reason) {
    String sequence = sequence(event, segment);
    LOG.errorf(
        Unquoted.of(reason),
        "%s can not handle event %s of %s: it is parked, and what follows it in %s",
        group,
        event.getIdentifier(),
        event.getPayloadType().getSimpleName(),
        sequence);
    enqueue(sequence, event, segment, reason);
    CurrentUnitOfWork.ifStarted(u -> u.resources().put(anythingParked, true));
  }

  /** Parks the event if an earlier one of its sequence is parked. */
  boolean parkBehind(EventMessage<?> event, Segment segment) {
    if (!isAnythingParked()) {
      return false;
    }
    String sequence = sequence(event, segment);
    if (!queue.contains(sequence)) {
      return false;
    }
    enqueue(sequence, event, segment, null);
    return true;
  }

  SequencedDeadLetterQueue<EventMessage<?>> queue() {
    return queue;
  }

  /** Asked once a batch: nothing is parked nearly always. */
  private boolean isAnythingParked() {
    return CurrentUnitOfWork.map(
            u ->
                u.<Boolean>getOrComputeResource(anythingParked, n -> queue.amountOfSequences() > 0))
        .orElseGet(() -> queue.amountOfSequences() > 0);
  }

  private void enqueue(
      String sequence, EventMessage<?> event, Segment segment, @Nullable Throwable reason) {
    MetaData diagnostics =
        MetaData.with(SEQUENCE, sequence).and(SEGMENT, String.valueOf(segment.getSegmentId()));
    DeadLetter<EventMessage<?>> letter =
        new GenericDeadLetter<EventMessage<?>>(sequence, event).withDiagnostics(diagnostics);
    queue.enqueue(sequence, reason == null ? letter : letter.withCause(Unquoted.of(reason)));
  }

  private String sequence(EventMessage<?> event, Segment segment) {
    Object aggregate = SequentialPerAggregatePolicy.instance().getSequenceIdentifierFor(event);
    String sequence = aggregate == null ? event.getIdentifier() : aggregate.toString();
    return sagas && segment.getMask() != 0 ? sequence + "#" + segment.getSegmentId() : sequence;
  }
}
