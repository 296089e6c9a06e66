package health.vigil.axon.runtime;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives CDI beans to handlers as parameters, by type with its type arguments and by qualifiers. The
 * payload and Axon's own parameters come first.
 */
final class CdiParameterResolverFactory implements ParameterResolverFactory {

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    Type type = parameters[index].getParameterizedType();
    BeanManager beans = Arc.container().beanManager();
    Annotation[] qualifiers =
        Arrays.stream(parameters[index].getAnnotations())
            .filter(annotation -> beans.isQualifier(annotation.annotationType()))
            .toArray(Annotation[]::new);
    return beans.getBeans(type, qualifiers).isEmpty() ? null : new Bean(type, qualifiers);
  }

  /**
   * Looked up once, when a handler first needs it; all of these live as long as the application.
   */
  private static final class Bean implements ParameterResolver<Object> {

    private final Type type;
    private final Annotation[] qualifiers;
    private volatile @Nullable InstanceHandle<Object> handle;

    private Bean(Type type, Annotation[] qualifiers) {
      this.type = type;
      this.qualifiers = qualifiers.clone();
    }

    @Override
    public Object resolveParameterValue(Message<?> message) {
      InstanceHandle<Object> found = handle;
      if (found == null) {
        found = Arc.container().instance(type, qualifiers);
        handle = found;
      }
      return found.get();
    }

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }
}
