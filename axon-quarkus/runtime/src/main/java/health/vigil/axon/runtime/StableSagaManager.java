package health.vigil.axon.runtime;

import health.vigil.axon.command.SagaIdentifiers;
import java.util.List;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.SagaMethodMessageHandlingMember;

/**
 * Manages sagas whose identifiers follow from the event that began them. Random ones would differ
 * when that event is delivered again, and with them the keys of the commands that the saga sends.
 */
final class StableSagaManager<T> extends AnnotatedSagaManager<T> {

  private final List<MessageHandlingMember<? super T>> eventHandlers;

  private StableSagaManager(
      AnnotatedSagaManager.Builder<T> builder, AnnotatedHandlerInspector<T> inspected) {
    super(builder);
    this.eventHandlers =
        inspected
            .getHandlers(getSagaType())
            .filter(member -> member.unwrap(SagaMethodMessageHandlingMember.class).isPresent())
            .toList();
  }

  /**
   * Failures of sagas are thrown on.
   *
   * @param inspected the saga's class
   */
  static <T> StableSagaManager<T> of(
      AnnotatedSagaManager.Builder<T> builder, AnnotatedHandlerInspector<T> inspected) {
    return new StableSagaManager<>(
        builder.listenerInvocationErrorHandler(PropagatingErrorHandler.instance()), inspected);
  }

  /** Axon's own says of any type that it may be. */
  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return eventHandlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
  }

  @Override
  protected String createSagaIdentifier(Segment segment) {
    return SagaIdentifiers.of(
        getSagaType(),
        CurrentUnitOfWork.get().getMessage(),
        identifier -> matchesSegment(segment, identifier));
  }
}
