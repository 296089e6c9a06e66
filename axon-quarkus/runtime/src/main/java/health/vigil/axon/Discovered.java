package health.vigil.axon;

import health.vigil.axon.serialization.LogicalType;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the build found in the application.
 *
 * @param aggregates aggregate roots
 * @param sagaGroups saga types, each with its processing group
 * @param eventHandlerGroups event handling components, each with its processing group
 * @param commandHandlers components that handle commands beside the aggregates
 * @param queryHandlers components that answer queries
 * @param events event types under their names in the log
 * @param aggregateTypes aggregates under their names in snapshots
 */
public record Discovered(
    List<Class<?>> aggregates,
    Map<Class<?>, String> sagaGroups,
    Map<Class<?>, String> eventHandlerGroups,
    List<Class<?>> commandHandlers,
    List<Class<?>> queryHandlers,
    List<LogicalType> events,
    List<LogicalType> aggregateTypes) {

  public Discovered {
    aggregates = List.copyOf(aggregates);
    sagaGroups = byName(sagaGroups);
    eventHandlerGroups = byName(eventHandlerGroups);
    commandHandlers = List.copyOf(commandHandlers);
    queryHandlers = List.copyOf(queryHandlers);
    events = List.copyOf(events);
    aggregateTypes = List.copyOf(aggregateTypes);
  }

  /** Always in the same order: handlers of one group are called in it. */
  private static Map<Class<?>, String> byName(Map<Class<?>, String> groups) {
    Map<Class<?>, String> sorted = new TreeMap<>(Comparator.comparing(Class::getName));
    sorted.putAll(groups);
    return Collections.unmodifiableMap(sorted);
  }
}
