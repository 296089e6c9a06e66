package health.vigil.axon.runtime;

import health.vigil.axon.command.SagaIdentifiers;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;

/**
 * Manages sagas whose identifiers follow from the event that began them. Random ones would differ
 * when that event is delivered again, and with them the keys of the commands that the saga sends.
 */
final class StableSagaManager<T> extends AnnotatedSagaManager<T> {

  private StableSagaManager(AnnotatedSagaManager.Builder<T> builder) {
    super(builder);
  }

  /** Failures of sagas are thrown on. */
  static <T> StableSagaManager<T> of(AnnotatedSagaManager.Builder<T> builder) {
    return new StableSagaManager<>(
        builder.listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
  }

  @Override
  protected String createSagaIdentifier(Segment segment) {
    return SagaIdentifiers.of(
        getSagaType(),
        CurrentUnitOfWork.get().getMessage(),
        identifier -> matchesSegment(segment, identifier));
  }
}
