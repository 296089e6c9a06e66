package health.vigil.axon.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Reads the application's index. */
final class Discovery {

  private final IndexView index;
  private final List<String> problems = new ArrayList<>();

  private Discovery(IndexView index) {
    this.index = index;
  }

  /**
   * Everything that belongs to Axon in this index.
   *
   * @throws AxonProblems when something is missing or there twice
   */
  static Found in(IndexView index) {
    return new Discovery(index).find();
  }

  private Found find() {
    Set<DotName> aggregates = aggregates();
    Set<DotName> members = members(aggregates);
    Set<DotName> sagas = concreteClassesWith(Names.SAGA_EVENT_HANDLER);
    Set<DotName> inside = new TreeSet<>(aggregates);
    inside.addAll(members);
    inside.addAll(sagas);
    Found found =
        new Found(
            aggregates,
            members,
            sagaGroups(sagas),
            eventHandlerGroups(without(inside, concreteClassesWith(Names.EVENT_HANDLER))),
            without(inside, concreteClassesWith(Names.COMMAND_HANDLER)),
            without(inside, concreteClassesWith(Names.QUERY_HANDLER)),
            new EventTypes(index, problems).of(handlers(Names.EVENT_HANDLERS)),
            payloads(),
            parameters());
    if (!problems.isEmpty()) {
      throw new AxonProblems(problems);
    }
    return found;
  }

  private Set<DotName> aggregates() {
    Set<DotName> aggregates = new TreeSet<>();
    Stream.of(Names.AGGREGATE_ROOT, Names.AGGREGATE_IDENTIFIER)
        .flatMap(this::declaringClasses)
        .filter(type -> !type.isAnnotation() && !type.isAbstract())
        .forEach(type -> aggregates.add(type.name()));
    return aggregates;
  }

  private Set<DotName> members(Set<DotName> aggregates) {
    Set<DotName> members = new TreeSet<>();
    List<DotName> toVisit = new ArrayList<>(aggregates);
    while (!toVisit.isEmpty()) {
      ClassInfo owner = index.getClassByName(toVisit.remove(0));
      if (owner == null) {
        continue;
      }
      for (FieldInfo field : owner.fields()) {
        if (field.hasAnnotation(Names.AGGREGATE_MEMBER)) {
          Types.named(field.type())
              .filter(type -> index.getClassByName(type) != null)
              .filter(members::add)
              .forEach(toVisit::add);
        }
      }
    }
    return members;
  }

  private Map<DotName, String> sagaGroups(Set<DotName> sagas) {
    Map<DotName, String> groups = new TreeMap<>();
    for (DotName saga : sagas) {
      String group = processingGroup(saga);
      groups.put(saga, group == null ? saga.withoutPackagePrefix() + "Processor" : group);
    }
    return groups;
  }

  private Map<DotName, String> eventHandlerGroups(Set<DotName> handlers) {
    Map<DotName, String> groups = new TreeMap<>();
    for (DotName handler : handlers) {
      String group = processingGroup(handler);
      if (group == null) {
        problems.add(
            handler + " handles events but has no @ProcessingGroup: name the processor it runs in");
      } else {
        groups.put(handler, group);
      }
    }
    return groups;
  }

  private @Nullable String processingGroup(DotName type) {
    ClassInfo info = index.getClassByName(type);
    while (info != null) {
      AnnotationInstance group = info.declaredAnnotation(Names.PROCESSING_GROUP);
      if (group != null) {
        return group.value().asString();
      }
      info = info.superName() == null ? null : index.getClassByName(info.superName());
    }
    return null;
  }

  private Set<Type> payloads() {
    Set<Type> payloads = new LinkedHashSet<>();
    for (MethodInfo handler :
        handlers(List.of(Names.COMMAND_HANDLER, Names.QUERY_HANDLER, Names.DEADLINE_HANDLER))) {
      Types.payload(handler).ifPresent(payloads::add);
      if (handler.hasAnnotation(Names.QUERY_HANDLER)) {
        payloads.add(handler.returnType());
      }
    }
    return payloads;
  }

  private Set<DotName> parameters() {
    Set<DotName> parameters = new TreeSet<>();
    for (MethodInfo handler : handlers(Names.HANDLERS)) {
      handler.parameterTypes().stream()
          .filter(type -> type.kind() != Type.Kind.PRIMITIVE)
          .forEach(type -> parameters.add(type.name()));
    }
    return parameters;
  }

  private List<MethodInfo> handlers(List<DotName> annotations) {
    List<MethodInfo> handlers = new ArrayList<>();
    for (DotName annotation : annotations) {
      for (AnnotationInstance instance : index.getAnnotations(annotation)) {
        if (instance.target().kind() == AnnotationTarget.Kind.METHOD
            && Types.isOfTheApplication(instance.target().asMethod().declaringClass())) {
          handlers.add(instance.target().asMethod());
        }
      }
    }
    return handlers;
  }

  /** Where a handler is inherited, the classes that inherit it. */
  private Set<DotName> concreteClassesWith(DotName annotation) {
    Set<DotName> classes = new TreeSet<>();
    declaringClasses(annotation)
        .flatMap(
            type ->
                type.isInterface()
                    ? index.getAllKnownImplementations(type.name()).stream()
                    : Stream.concat(
                        Stream.of(type), index.getAllKnownSubclasses(type.name()).stream()))
        .filter(type -> !type.isAbstract() && !type.isInterface())
        .forEach(type -> classes.add(type.name()));
    return classes;
  }

  private Stream<ClassInfo> declaringClasses(DotName annotation) {
    return index.getAnnotations(annotation).stream()
        .map(instance -> Types.declaringClass(instance.target()))
        .filter(Types::isOfTheApplication);
  }

  private static Set<DotName> without(Set<DotName> others, Set<DotName> classes) {
    Set<DotName> rest = new TreeSet<>(classes);
    rest.removeAll(others);
    return rest;
  }
}
