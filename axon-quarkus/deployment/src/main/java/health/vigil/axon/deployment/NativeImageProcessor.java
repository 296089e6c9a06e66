package health.vigil.axon.deployment;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Registers for the native image what Axon, db-scheduler and Jackson reach by reflection. */
class NativeImageProcessor {

  /** Interfaces whose implementations Axon finds by service files. */
  static final List<String> SERVICES =
      List.of(
          "org.axonframework.messaging.annotation.ParameterResolverFactory",
          "org.axonframework.messaging.annotation.HandlerDefinition",
          "org.axonframework.messaging.annotation.HandlerEnhancerDefinition",
          "org.axonframework.modelling.command.inspection.ChildEntityDefinition",
          "org.axonframework.serialization.ContentTypeConverter",
          "org.axonframework.common.property.PropertyAccessStrategy",
          "org.axonframework.config.ConfigurerModule");

  /** Classes that annotations name as defaults, made by their constructors. */
  static final List<String> MADE_FOR_ANNOTATIONS =
      List.of(
          "org.axonframework.modelling.saga.PayloadAssociationResolver",
          "org.axonframework.modelling.saga.MetaDataAssociationResolver",
          "org.axonframework.modelling.command.ForwardToAll",
          "org.axonframework.modelling.command.ForwardMatchingInstances",
          "org.axonframework.modelling.command.ForwardNone");

  /** What is stored as JSON beside the application's own classes. */
  static final List<String> STORED =
      List.of(
          "org.axonframework.eventhandling.GlobalSequenceTrackingToken",
          "org.axonframework.eventhandling.ReplayToken",
          "org.axonframework.eventhandling.MergedTrackingToken",
          "org.axonframework.eventhandling.tokenstore.ConfigToken",
          "org.axonframework.modelling.saga.SagaScopeDescriptor",
          "org.axonframework.modelling.command.AggregateScopeDescriptor",
          "org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails");

  private static final DotName TRACKING_TOKEN =
      DotName.createSimple("org.axonframework.eventhandling.TrackingToken");

  @BuildStep
  void services(BuildProducer<ServiceProviderBuildItem> services) {
    SERVICES.forEach(
        service -> services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(service)));
  }

  @BuildStep
  void frameworkClasses(BuildProducer<ReflectiveClassBuildItem> reflective) {
    reflective.produce(
        ReflectiveClassBuildItem.builder(MADE_FOR_ANNOTATIONS.toArray(String[]::new))
            .constructors()
            .reason("Axon makes them for annotations")
            .build());
    reflective.produce(all(STORED.stream(), "stored as JSON"));
  }

  @BuildStep
  void applicationClasses(
      AxonBuildItem axon,
      CombinedIndexBuildItem index,
      BuildProducer<ReflectiveClassBuildItem> reflective) {
    reflective.produce(all(names(axon.found().inspected()), "Axon handlers"));
    reflective.produce(all(names(tokens(index.getIndex())), "stored as JSON"));
    reflective.produce(lifecycleHandlers(index.getIndex()));
  }

  /** Messages and state, with the classes that they consist of. */
  @BuildStep
  void serializedClasses(
      AxonBuildItem axon,
      CombinedIndexBuildItem index,
      BuildProducer<ReflectiveHierarchyBuildItem> types) {
    Found found = axon.found();
    Stream<DotName> state =
        Stream.of(found.aggregates(), found.members(), found.sagaGroups().keySet())
            .flatMap(Set::stream);
    Stream<DotName> events = found.events().stream().map(EventType::type);
    Stream.concat(Stream.concat(state, events).map(ClassType::create), found.payloads().stream())
        .flatMap(type -> Stream.concat(Stream.of(type), members(type, index.getIndex())))
        .distinct()
        .forEach(type -> types.produce(hierarchy(type)));
  }

  /** A message may hold the kinds of a sealed family of its own, which no field names. */
  private static Stream<Type> members(Type type, IndexView index) {
    ClassInfo message = index.getClassByName(type.name());
    return message == null ? Stream.of() : message.memberClasses().stream().map(ClassType::create);
  }

  /** {@code AnnotationUtils} calls the methods of every annotation that it meets. */
  @BuildStep(onlyIf = ForNativeImage.class)
  void axonsOwnClasses(
      CurateOutcomeBuildItem outcome, BuildProducer<ReflectiveClassBuildItem> reflective) {
    ApplicationModel application = outcome.getApplicationModel();
    IndexView index = AxonJars.index(application);
    reflective.produce(annotations(index));
    reflective.produce(lifecycleHandlers(index));
  }

  static ReflectiveClassBuildItem annotations(IndexView axon) {
    return ReflectiveClassBuildItem.builder(AxonJars.annotations(axon).toArray(String[]::new))
        .constructors(false)
        .methods()
        .reason("Axon reads its annotations by reflection")
        .build();
  }

  /** Without their methods they would be silently left out. */
  static ReflectiveClassBuildItem lifecycleHandlers(IndexView index) {
    Set<DotName> components = new TreeSet<>();
    Stream.of(Names.START_HANDLER, Names.SHUTDOWN_HANDLER)
        .flatMap(annotation -> index.getAnnotations(annotation).stream())
        .forEach(handler -> components.add(Types.declaringClass(handler.target()).name()));
    return ReflectiveClassBuildItem.builder(names(components).toArray(String[]::new))
        .constructors(false)
        .methods()
        .reason("start and shutdown handlers")
        .build();
  }

  private static Set<DotName> tokens(IndexView index) {
    Set<DotName> tokens = new TreeSet<>();
    index.getAllKnownImplementations(TRACKING_TOKEN).forEach(token -> tokens.add(token.name()));
    return tokens;
  }

  private static ReflectiveClassBuildItem all(Stream<String> names, String reason) {
    return ReflectiveClassBuildItem.builder(names.toArray(String[]::new))
        .constructors()
        .methods()
        .fields()
        .reason(reason)
        .build();
  }

  private static ReflectiveHierarchyBuildItem hierarchy(Type type) {
    return ReflectiveHierarchyBuildItem.builder(type).source("axon-quarkus").build();
  }

  private static Stream<String> names(Set<DotName> names) {
    return names.stream().map(DotName::toString);
  }
}
