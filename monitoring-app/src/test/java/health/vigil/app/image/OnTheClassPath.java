package health.vigil.app.image;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.hibernate.annotations.JdbcTypeCode;

/** What there is that is reached by reflection, found without the help of the extension. */
final class OnTheClassPath {

  private static final JavaClasses VIGIL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("health.vigil");

  private OnTheClassPath() {}

  /** Aggregates, sagas, projections and command handlers. */
  static Set<String> handlers() {
    return names(
        VIGIL.stream()
            .filter(type -> !type.getModifiers().contains(ABSTRACT))
            .filter(type -> handlersIn(type).findAny().isPresent()));
  }

  /** First parameters of handlers (commands, queries, events, deadlines), and answers. */
  static Set<Type> messages() {
    return VIGIL.stream()
        .flatMap(OnTheClassPath::handlersIn)
        .flatMap(OnTheClassPath::messages)
        .collect(Collectors.toSet());
  }

  private static Stream<Type> messages(Executable handler) {
    Stream<Type> payload = Arrays.stream(handler.getGenericParameterTypes()).limit(1);
    return handler instanceof Method query && query.isAnnotationPresent(QueryHandler.class)
        ? Stream.concat(payload, Stream.of(query.getGenericReturnType()))
        : payload;
  }

  /** Every event has a name, whether anything handles it or not. */
  static Set<Type> events() {
    return types(VIGIL.stream().filter(type -> type.isAnnotatedWith(JsonTypeName.class)));
  }

  /** Aggregates, which become snapshots, and sagas. */
  static Set<Type> keptState() {
    return types(
        VIGIL.stream()
            .filter(
                type ->
                    type.getFields().stream()
                            .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class))
                        || type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class))));
  }

  /** What read models keep as JSON. */
  static Set<Type> jsonColumns() {
    return VIGIL.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.isAnnotatedWith(JdbcTypeCode.class))
        .map(field -> field.reflect().getGenericType())
        .collect(Collectors.toSet());
  }

  /** Bodies that resources read and write. */
  static Set<Type> bodies() {
    return VIGIL.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
        .filter(OnTheClassPath::isOperation)
        .flatMap(OnTheClassPath::bodies)
        .collect(Collectors.toSet());
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(
            annotation ->
                annotation.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class));
  }

  private static Stream<Type> bodies(Method operation) {
    Stream<Type> described =
        Arrays.stream(operation.getAnnotationsByType(APIResponseSchema.class))
            .map(APIResponseSchema::value);
    return Stream.concat(
        described,
        Stream.concat(
            Stream.of(operation.getGenericReturnType()),
            Arrays.stream(operation.getGenericParameterTypes())));
  }

  /** Tokens of our own. */
  static Set<String> tokens() {
    return names(VIGIL.stream().filter(type -> type.isAssignableTo(TrackingToken.class)));
  }

  /** Annotations of Axon on anything of ours: Axon calls their methods. */
  static Set<String> axonAnnotations() {
    return VIGIL.stream()
        .flatMap(type -> Stream.concat(Stream.of(type), type.getMembers().stream()))
        .flatMap(element -> element.getAnnotations().stream())
        .map(JavaAnnotation::getRawType)
        .filter(annotation -> annotation.getPackageName().startsWith("org.axonframework"))
        .filter(OnTheClassPath::isKeptAtRunTime)
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isKeptAtRunTime(JavaClass annotation) {
    return annotation
        .tryGetAnnotationOfType(Retention.class)
        .filter(retention -> retention.value() == RetentionPolicy.RUNTIME)
        .isPresent();
  }

  private static Stream<Executable> handlersIn(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(member -> member.isMetaAnnotatedWith(MessageHandler.class))
        .map(member -> (Executable) member.reflect());
  }

  private static Set<String> names(Stream<JavaClass> classes) {
    return classes.map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Type> types(Stream<JavaClass> classes) {
    return classes.map(JavaClass::reflect).collect(Collectors.toSet());
  }
}
