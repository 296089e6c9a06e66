package health.vigil.app.reading;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Asks the read models, once they have seen what the client has written. */
@Singleton
public class ReadModels {
  private static final String GIVEN_OUT = "a position that a write was answered with";

  private final ProcessorPositions positions;
  private final EventLog log;
  private final QueryGateway queries;
  private final ReadConfiguration configuration;

  ReadModels(
      ProcessorPositions positions,
      EventLog log,
      QueryGateway queries,
      ReadConfiguration configuration) {
    this.positions = positions;
    this.log = log;
    this.queries = queries;
    this.configuration = configuration;
  }

  /**
   * Waits until the read model has got as far.
   *
   * @param processor the processing group that keeps the read model
   * @param minPosition null to wait for nothing
   * @throws ProblemException 503 when it takes too long
   * @throws Refusal when the log has not got as far itself
   */
  public void await(String processor, @Nullable Long minPosition) {
    if (minPosition == null) {
      return;
    }
    if (minPosition < 0 || isBeyondTheLog(processor, minPosition)) {
      throw Refusal.invalid("minPosition", GIVEN_OUT);
    }
    if (!positions.await(processor, minPosition, configuration.minPositionTimeout())) {
      throw new ProblemException(
          Problem.of(503, "read-model-behind", "The read model is behind")
              .detail("It has not reached minPosition in time. Ask again."));
    }
  }

  /** Nobody was given such a position: it would be waited for in vain. */
  private boolean isBeyondTheLog(String processor, long minPosition) {
    return minPosition > positions.of(processor) && minPosition > log.head();
  }

  /** How far a read model has got, -1 before the first event. */
  public long position(String processor) {
    return positions.of(processor);
  }

  /** The answer of a read model; what it refuses is thrown as it is. */
  public <A> A ask(Object query, Class<A> answer) {
    try {
      return queries.query(query, answer).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
