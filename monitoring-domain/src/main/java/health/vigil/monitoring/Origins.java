package health.vigil.monitoring;

import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Gives events the metadata of the message that they come of, within one unit of work. */
final class Origins implements CorrelationDataProvider {
  private Origin present = Origin.OF_COMMAND;

  private Origins() {}

  /** Those of the unit of work at hand; what was registered before gives way. */
  static Origins ofUnitOfWork() {
    Origins origins = new Origins();
    CurrentUnitOfWork.get().registerCorrelationDataProvider(origins);
    return origins;
  }

  <T> T during(Origin origin, Supplier<T> step) {
    Origin before = present;
    present = origin;
    try {
      return step.get();
    } finally {
      present = before;
    }
  }

  void during(Origin origin, Runnable step) {
    during(
        origin,
        () -> {
          step.run();
          return true;
        });
  }

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    return present.metaData();
  }
}
