package health.vigil.axon.runtime;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import org.axonframework.modelling.saga.SagaInstantiationException;

/** Makes sagas with a constructor that nobody else needs to see. */
record SagaFactory<S>(Class<S> type) implements Supplier<S> {

  @Override
  public S get() {
    try {
      Constructor<S> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SagaInstantiationException(
          type.getName() + " needs a constructor without parameters", e);
    }
  }
}
