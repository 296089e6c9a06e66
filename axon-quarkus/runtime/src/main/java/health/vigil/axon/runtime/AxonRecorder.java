package health.vigil.axon.runtime;

import health.vigil.axon.Discovered;
import health.vigil.axon.serialization.LogicalType;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;

/** Carries what the build found to the running application. */
@Recorder
public class AxonRecorder {

  /** Everything that was found, with names of types beside the types. */
  public RuntimeValue<Discovered> discovered(
      List<Class<?>> aggregates,
      Map<Class<?>, String> sagaGroups,
      Map<Class<?>, String> eventHandlerGroups,
      List<Class<?>> commandHandlers,
      List<Class<?>> queryHandlers,
      Map<Class<?>, List<String>> events,
      Map<Class<?>, List<String>> aggregateTypes) {
    return new RuntimeValue<>(
        new Discovered(
            aggregates,
            sagaGroups,
            eventHandlerGroups,
            commandHandlers,
            queryHandlers,
            named(events),
            named(aggregateTypes)));
  }

  private static List<LogicalType> named(Map<Class<?>, List<String>> types) {
    List<LogicalType> named = new ArrayList<>();
    types.forEach((type, name) -> named.add(new LogicalType(name.get(0), name.get(1), type)));
    return named;
  }

  /** Creates the repository bean of an aggregate. */
  public Function<SyntheticCreationalContext<Repository<?>>, Repository<?>> repository(
      Class<?> aggregate) {
    return context ->
        new TypedRepository<>(aggregate, context.getInjectedReference(Configuration.class));
  }
}
