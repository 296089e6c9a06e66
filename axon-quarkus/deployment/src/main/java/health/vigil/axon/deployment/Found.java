package health.vigil.axon.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What the application consists of.
 *
 * @param members entities inside aggregates
 * @param payloads types of commands, queries and deadlines, and of what queries answer
 * @param parameters types of handler parameters other than payloads
 */
record Found(
    Set<DotName> aggregates,
    Set<DotName> members,
    Map<DotName, String> sagaGroups,
    Map<DotName, String> eventHandlerGroups,
    Set<DotName> commandHandlers,
    Set<DotName> queryHandlers,
    List<EventType> events,
    Set<Type> payloads,
    Set<DotName> parameters) {

  /** Handler components: each becomes a bean. */
  Set<DotName> components() {
    Set<DotName> components = new TreeSet<>(eventHandlerGroups.keySet());
    components.addAll(commandHandlers);
    components.addAll(queryHandlers);
    return components;
  }

  /** Classes that Axon looks into by reflection. */
  Set<DotName> inspected() {
    Set<DotName> inspected = new TreeSet<>(components());
    inspected.addAll(aggregates);
    inspected.addAll(members);
    inspected.addAll(sagaGroups.keySet());
    return inspected;
  }
}
