package health.vigil.axon.deployment;

import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What types handlers and fields are about. */
final class Types {

  private static final DotName OBJECT = DotName.createSimple("java.lang.Object");

  private Types() {}

  static boolean isOfTheApplication(ClassInfo type) {
    return !type.name().toString().startsWith("org.axonframework.");
  }

  static ClassInfo declaringClass(AnnotationTarget target) {
    return switch (target.kind()) {
      case CLASS -> target.asClass();
      case FIELD -> target.asField().declaringClass();
      case METHOD -> target.asMethod().declaringClass();
      case METHOD_PARAMETER -> target.asMethodParameter().method().declaringClass();
      case RECORD_COMPONENT -> target.asRecordComponent().declaringClass();
      case TYPE -> declaringClass(target.asType().enclosingTarget());
    };
  }

  /** The payload that a handler takes: what its annotation says, or its first parameter. */
  static Optional<Type> payload(MethodInfo handler) {
    return Names.HANDLERS.stream()
        .map(handler::declaredAnnotation)
        .filter(annotation -> annotation != null)
        .flatMap(Types::declaredPayload)
        .findFirst()
        .or(() -> handler.parameterTypes().stream().findFirst())
        .filter(type -> type.kind() == Type.Kind.CLASS)
        .filter(type -> !type.name().equals(OBJECT));
  }

  private static Stream<Type> declaredPayload(AnnotationInstance annotation) {
    AnnotationValue value = annotation.value("payloadType");
    return value == null ? Stream.empty() : Stream.of(value.asClass());
  }

  /** The type itself and its type arguments: of a list of entities, the entity. */
  static Stream<DotName> named(Type type) {
    return switch (type.kind()) {
      case CLASS -> Stream.of(type.name());
      case PARAMETERIZED_TYPE ->
          type.asParameterizedType().arguments().stream().flatMap(Types::named);
      case ARRAY -> named(type.asArrayType().elementType());
      default -> Stream.empty();
    };
  }
}
