package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.junit.jupiter.api.Test;

class FailedEventTest {

  private static final Segment SEGMENT = Segment.ROOT_SEGMENT;

  private final EventMessage<String> event = GenericEventMessage.asEventMessage("one");
  private final EventMessage<String> other = GenericEventMessage.asEventMessage("two");
  private final Attempts attempts = new Attempts(2);
  private final FailedEvent failedEvent =
      new FailedEvent(
          attempts,
          new Failures(List.of(UnsupportedOperationException.class::isInstance)),
          new Careful());
  private final Exception failure = new IllegalStateException("no");

  @Test
  void aFailureOfAHandlerCountsOnce() {
    failsInHandler(failure);
    assertThat(attempts.exhausted(event, SEGMENT)).isNull();

    failsInHandler(failure);
    assertThat(attempts.exhausted(event, SEGMENT)).isSameAs(failure);
  }

  @Test
  void aFailureAtCommitCountsWhenNoOtherEventCanBeToBlame() {
    failsAtCommit(failure, event);
    failsAtCommit(failure, event);

    assertThat(attempts.exhausted(event, SEGMENT)).isSameAs(failure);
  }

  @Test
  void aFailureAtCommitOfSeveralEventsBlamesNobodyYet() {
    failsAtCommit(failure, event, other);
    failsAtCommit(failure, event, other);

    assertThat(attempts.exhausted(event, SEGMENT)).isNull();
    assertThat(attempts.exhausted(other, SEGMENT)).isNull();
  }

  @Test
  void aDatabaseThatCanNotBeReachedIsNotTheEventsFault() {
    Exception lost = new RuntimeException(new SQLException("gone", "08006"));
    failsInHandler(lost);
    failsInHandler(lost);
    failsInHandler(new RuntimeException(new SQLException("no connection to be had")));

    assertThat(attempts.exhausted(event, SEGMENT)).isNull();
  }

  @Test
  void whatTheApplicationKnowsToPassIsNotTheEventsFaultEither() {
    Exception full = new RuntimeException(new UnsupportedOperationException("no room"));
    failsInHandler(full);
    failsInHandler(full);
    failsAtCommit(full, event);

    assertThat(attempts.exhausted(event, SEGMENT)).isNull();
  }

  @Test
  void aBrokenConstraintIs() {
    Exception duplicate = new RuntimeException(new SQLException("duplicate", "23505"));
    failsInHandler(duplicate);
    failsInHandler(duplicate);

    assertThat(attempts.exhausted(event, SEGMENT)).isSameAs(duplicate);
  }

  @Test
  void anErrorGoesOnAsAnExceptionSoThatItIsTriedAgain() {
    assertThatThrownBy(
            () ->
                failedEvent.handleError(
                    new ErrorContext("p", new StackOverflowError(), List.of(event))))
        .isInstanceOf(ThrowableCause.class);
  }

  private void failsInHandler(Exception failure) {
    failedEvent.handling(event, SEGMENT);
    failedEvent.failed(failure);
    reported(failure, event);
  }

  private void failsAtCommit(Exception failure, EventMessage<?>... batch) {
    for (EventMessage<?> handled : batch) {
      failedEvent.handling(handled, SEGMENT);
    }
    reported(failure, batch);
  }

  private void reported(Exception failure, EventMessage<?>... batch) {
    assertThatThrownBy(
            () -> failedEvent.handleError(new ErrorContext("p", failure, List.of(batch))))
        .asInstanceOf(InstanceOfAssertFactories.type(ThrowableCause.class))
        .extracting(ThrowableCause::type)
        .isEqualTo(failure.getClass().getName());
  }
}
