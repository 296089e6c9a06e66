package health.vigil.axon.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Event classes: those that bear a name and revision, and those that handlers take. */
final class EventTypes {

  private final IndexView index;
  private final List<String> problems;

  EventTypes(IndexView index, List<String> problems) {
    this.index = index;
    this.problems = problems;
  }

  List<EventType> of(Collection<MethodInfo> handlers) {
    Set<DotName> classes = new TreeSet<>();
    handlers.stream()
        .flatMap(handler -> Types.payload(handler).stream())
        .flatMap(type -> concrete(type.name()))
        .forEach(classes::add);
    index.getAnnotations(Names.REVISION).stream()
        .map(instance -> Types.declaringClass(instance.target()))
        .filter(type -> type.hasDeclaredAnnotation(Names.JSON_TYPE_NAME))
        .filter(Types::isOfTheApplication)
        .forEach(type -> classes.add(type.name()));
    return named(classes);
  }

  private List<EventType> named(Set<DotName> classes) {
    Map<String, DotName> byName = new TreeMap<>();
    List<EventType> events = new ArrayList<>();
    for (DotName type : classes) {
      String name = value(type, Names.JSON_TYPE_NAME, "@JsonTypeName");
      String revision = value(type, Names.REVISION, "@Revision");
      if (name != null && revision != null) {
        events.add(new EventType(type, name, revision));
        reportDuplicate(name, type, byName.putIfAbsent(name, type));
      }
    }
    return events;
  }

  private void reportDuplicate(String name, DotName type, @Nullable DotName other) {
    if (other != null) {
      problems.add("the event name '" + name + "' belongs to both " + other + " and " + type);
    }
  }

  private @Nullable String value(DotName type, DotName annotation, String shown) {
    ClassInfo info = index.getClassByName(type);
    AnnotationInstance instance = info == null ? null : info.declaredAnnotation(annotation);
    String value = instance == null || instance.value() == null ? "" : instance.value().asString();
    if (value.isBlank()) {
      problems.add(
          "the event " + type + " has no " + shown + ": the log keeps name and revision for ever");
      return null;
    }
    return value;
  }

  /** The classes that a handler of this type may be given, as far as the application has them. */
  private Stream<DotName> concrete(DotName type) {
    ClassInfo info = index.getClassByName(type);
    if (info == null || !Types.isOfTheApplication(info)) {
      return Stream.empty();
    }
    Stream<ClassInfo> all =
        info.isInterface()
            ? index.getAllKnownImplementations(type).stream()
            : Stream.concat(Stream.of(info), index.getAllKnownSubclasses(type).stream());
    return all.filter(c -> !c.isAbstract() && !c.isInterface()).map(ClassInfo::name);
  }
}
