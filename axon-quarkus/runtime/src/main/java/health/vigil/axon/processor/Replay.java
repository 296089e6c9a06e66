package health.vigil.axon.processor;

import health.vigil.axon.Discovered;
import health.vigil.axon.serialization.LogicalType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers of a projection over events that are in the log already, beside its processor:
 * what they write goes wherever the caller's transaction leads it. The processor's token and parked
 * events stay as they are, no attempts are counted and nothing is parked.
 */
@Singleton
public class Replay {

  private final Processors processors;
  private final Discovered discovered;
  private final FilteredLog log;
  private final Failures failures;

  Replay(
      Processors processors,
      Discovered discovered,
      FilteredLog log,
      @All List<PassingFailure> passing) {
    this.processors = processors;
    this.discovered = discovered;
    this.log = log;
    this.failures = new Failures(passing);
  }

  /**
   * Whether a failure says nothing about the events, such as a database that can not be reached for
   * the moment: the same may succeed later.
   */
  public boolean isPassing(Throwable failure) {
    return failures.isPassing(failure);
  }

  /**
   * The events that the group has handlers for, and some that it ignores, after one position up to
   * and with another. To be closed.
   *
   * @param after 0 or less for the beginning of the log
   * @param end which the log holds
   * @throws IllegalArgumentException when there is no such group
   */
  public Stretch read(String group, long after, long end) {
    List<LogicalType> unwanted = unhandled(group);
    @Nullable TrackingToken token = after <= 0 ? null : new GlobalSequenceTrackingToken(after);
    return new Stretch(log.open(token, unwanted), after, end);
  }

  /**
   * The types of event that the group has no handlers for.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  public List<LogicalType> unhandled(String group) {
    return UnhandledTypes.of(discovered.events(), processors.named(group).handlers());
  }

  /**
   * Handles events as one batch of the group's processor would, in the caller's transaction. What
   * the group has no handlers for is passed over.
   *
   * @throws ReplayFailed when a handler fails; the caller then rolls back. A failure that is {@link
   *     #isPassing passing} is thrown as it is
   * @throws IllegalArgumentException when there is no such group
   * @throws IllegalStateException when sagas run in it, or within a unit of work
   */
  public void handle(String group, List<? extends TrackedEventMessage<?>> events) {
    RunningProcessor projection = projection(group);
    if (CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException("A replay is a unit of work of its own");
    }
    if (!events.isEmpty()) {
      handle(projection, new BatchingUnitOfWork<>(List.<TrackedEventMessage<?>>copyOf(events)));
    }
  }

  private void handle(
      RunningProcessor projection, BatchingUnitOfWork<TrackedEventMessage<?>> batch) {
    ResultMessage<?> result =
        batch.executeWithResult(
            () -> {
              handle(projection, batch.getMessage());
              return null;
            },
            RollbackConfigurationType.ANY_THROWABLE);
    if (result.isExceptional()) {
      Throwable failure = result.exceptionResult();
      throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
  }

  private void handle(RunningProcessor projection, TrackedEventMessage<?> event) {
    EventMessage<?> message = event;
    try {
      if (projection.handlers().canHandle(message, Segment.ROOT_SEGMENT)) {
        projection.handlers().handle(message, Segment.ROOT_SEGMENT);
      }
    } catch (RuntimeException e) {
      throw isPassing(e) ? e : new ReplayFailed(projection.name(), event, e);
    } catch (Exception | Error e) {
      throw new ReplayFailed(projection.name(), event, e);
    }
  }

  private RunningProcessor projection(String group) {
    RunningProcessor running = processors.named(group);
    if (running.sagas()) {
      throw new IllegalStateException(group + " can not be replayed: it runs sagas");
    }
    return running;
  }
}
