package health.vigil.app.image;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The classes of ours that Jackson meets when it reads or writes some types. */
final class Closure {

  private final Deque<Type> toVisit;
  private final Set<Type> visited = new HashSet<>();
  private final Set<String> classes = new TreeSet<>();

  private Closure(Collection<Type> types) {
    this.toVisit = new ArrayDeque<>(types);
  }

  static Set<String> of(Collection<Type> types) {
    return new Closure(types).walk();
  }

  private Set<String> walk() {
    while (!toVisit.isEmpty()) {
      Type type = toVisit.remove();
      if (visited.add(type)) {
        visit(type);
      }
    }
    return classes;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType generic) {
      toVisit.add(generic.getRawType());
      toVisit.addAll(Arrays.asList(generic.getActualTypeArguments()));
    } else if (type instanceof WildcardType wildcard) {
      toVisit.addAll(Arrays.asList(wildcard.getUpperBounds()));
    } else if (type instanceof GenericArrayType array) {
      toVisit.add(array.getGenericComponentType());
    } else if (type instanceof Class<?> raw && raw.isArray()) {
      toVisit.add(raw.getComponentType());
    } else if (type instanceof Class<?> raw && raw.getName().startsWith("health.vigil.")) {
      open(raw);
    }
  }

  private void open(Class<?> type) {
    classes.add(type.getName());
    if (type.isEnum()) {
      return;
    }
    if (type.getGenericSuperclass() != null) {
      toVisit.add(type.getGenericSuperclass());
    }
    if (type.isSealed()) {
      toVisit.addAll(Arrays.asList(type.getPermittedSubclasses()));
    }
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !Modifier.isTransient(field.getModifiers()))
        .forEach(field -> toVisit.add(field.getGenericType()));
  }
}
