package health.vigil.fhir.deployment;

import ca.uhn.fhir.model.api.annotation.Child;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBase;

/**
 * What HAPI looks at once it has met some types: it scans a type's fields, over its superclasses,
 * then the types of these fields and all that {@link Child} allows in them, the resources that a
 * reference may point to among them.
 */
final class ModelClosure {

  private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

  private final Set<Class<?>> model = new TreeSet<>(BY_NAME);
  private final Set<Class<?>> codes = new TreeSet<>(BY_NAME);
  private final Deque<Class<?>> unread = new ArrayDeque<>();

  private ModelClosure() {}

  static ModelClosure of(Collection<String> types) {
    ModelClosure closure = new ModelClosure();
    types.forEach(type -> closure.meet(load(type)));
    while (!closure.unread.isEmpty()) {
      closure.read(closure.unread.remove());
    }
    return closure;
  }

  /** Data types, resources and the elements that they consist of. */
  Set<Class<?>> model() {
    return model;
  }

  /** Enums of codes that are bound to a field. */
  Set<Class<?>> codes() {
    return codes;
  }

  private void meet(Class<?> type) {
    if (type.isEnum()) {
      codes.add(type);
    } else if (IBase.class.isAssignableFrom(type) && !type.isInterface() && model.add(type)) {
      unread.add(type);
    }
  }

  private void read(Class<?> type) {
    meet(type.getSuperclass());
    for (Field field : type.getDeclaredFields()) {
      Child child = field.getAnnotation(Child.class);
      if (child != null) {
        meet(field.getGenericType());
        for (Class<?> allowed : child.type()) {
          meet(allowed);
        }
      }
    }
  }

  private void meet(Type type) {
    if (type instanceof Class<?> plain) {
      meet(plain);
    } else if (type instanceof ParameterizedType generic) {
      meet(generic.getRawType());
      for (Type argument : generic.getActualTypeArguments()) {
        meet(argument);
      }
    }
  }

  static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ModelClosure.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("HAPI names a class that is not there: " + name, e);
    }
  }
}
