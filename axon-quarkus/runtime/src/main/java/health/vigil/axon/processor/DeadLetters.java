package health.vigil.axon.processor;

import health.vigil.axon.command.Reaction;
import health.vigil.axon.failure.Unquoted;
import health.vigil.axon.transaction.JtaTransactionManager;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The parked events: count them, look at them, try them again. */
@Singleton
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Processors processors;
  private final TokenStore tokens;
  private final JtaTransactionManager transactions;
  private final Configuration axon;

  DeadLetters(
      Processors processors,
      TokenStore tokens,
      JtaTransactionManager transactions,
      Configuration axon) {
    this.processors = processors;
    this.tokens = tokens;
    this.transactions = transactions;
    this.axon = axon;
  }

  /** How many events the group has parked. */
  public long count(String group) {
    return transactions.fetchInTransaction(() -> queue(group).size());
  }

  /** The parked events, sequence by sequence, in the order in which they are to be handled. */
  public List<ParkedLetter> letters(String group) {
    return transactions.fetchInTransaction(
        () -> {
          List<ParkedLetter> letters = new ArrayList<>();
          queue(group)
              .deadLetters()
              .forEach(sequence -> sequence.forEach(letter -> letters.add(parked(group, letter))));
          return letters;
        });
  }

  /** Forgets every parked event of the group, in the caller's transaction if there is one. */
  public void forget(String group) {
    transactions.executeInTransaction(() -> queue(group).clear());
  }

  /**
   * Handles the parked events of a sequence in their order, each in a transaction of its own, until
   * one fails.
   *
   * @return whether nothing of the sequence is parked any more
   */
  public boolean retry(String group, String sequence) {
    RunningProcessor processor = processors.named(group);
    for (DeadLetter<? extends EventMessage<?>> letter = first(group, sequence);
        letter != null;
        letter = first(group, sequence)) {
      if (!retried(processor, letter)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable DeadLetter<? extends EventMessage<?>> first(String group, String sequence) {
    List<DeadLetter<? extends EventMessage<?>>> found = new ArrayList<>();
    transactions.executeInTransaction(
        () -> {
          Iterator<DeadLetter<? extends EventMessage<?>>> letters =
              queue(group).deadLetterSequence(sequence).iterator();
          if (letters.hasNext()) {
            found.add(letters.next());
          }
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private boolean retried(
      RunningProcessor processor, DeadLetter<? extends EventMessage<?>> letter) {
    UnitOfWork<EventMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(letter.message());
    unitOfWork.attachTransaction(transactions);
    axon.correlationDataProviders().forEach(unitOfWork::registerCorrelationDataProvider);
    ResultMessage<Object> result =
        unitOfWork.executeWithResult(
            () -> {
              processor.gates().pass();
              if (isStillFirst(processor, letter)) {
                Reaction.inGroup(processor.name());
                processor.handlers().handle(letter.message(), segment(processor, letter));
                Reaction.failIfFailureWasUnseen();
                processor.parking().queue().evict(letter);
              }
              return null;
            });
    if (result.isExceptional()) {
      keep(processor, letter, result.exceptionResult());
      return false;
    }
    return true;
  }

  /** Who waited at a gate may come too late: what was parked then has been handled otherwise. */
  private static boolean isStillFirst(
      RunningProcessor processor, DeadLetter<? extends EventMessage<?>> letter) {
    Iterator<DeadLetter<? extends EventMessage<?>>> letters =
        processor
            .parking()
            .queue()
            .deadLetterSequence(letter.diagnostics().get(Parking.SEQUENCE))
            .iterator();
    return letters.hasNext()
        && letters.next().message().getIdentifier().equals(letter.message().getIdentifier());
  }

  private void keep(
      RunningProcessor processor, DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
    ThrowableCause cause = Unquoted.of(failure);
    LOG.errorf(
        cause,
        "%s can still not handle event %s",
        processor.name(),
        letter.message().getIdentifier());
    transactions.executeInTransaction(
        () -> processor.parking().queue().requeue(letter, l -> l.withCause(cause)));
  }

  /** Sagas are handled in the segment that parked the event, if it is still there. */
  private Segment segment(
      RunningProcessor processor, DeadLetter<? extends EventMessage<?>> letter) {
    Object id = letter.diagnostics().get(Parking.SEGMENT);
    if (!processor.sagas() || id == null) {
      return Segment.ROOT_SEGMENT;
    }
    return Segment.computeSegment(
        Integer.parseInt(id.toString()), tokens.fetchSegments(processor.name()));
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
    return processors.named(group).parking().queue();
  }

  private static ParkedLetter parked(String group, DeadLetter<? extends EventMessage<?>> letter) {
    return new ParkedLetter(
        group,
        String.valueOf(letter.diagnostics().get(Parking.SEQUENCE)),
        letter.message().getIdentifier(),
        letter.message().getPayloadType().getSimpleName(),
        letter.cause().map(Cause::type).orElse(null),
        letter.enqueuedAt());
  }
}
