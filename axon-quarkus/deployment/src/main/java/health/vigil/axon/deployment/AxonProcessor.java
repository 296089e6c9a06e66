package health.vigil.axon.deployment;

import static io.quarkus.deployment.annotations.ExecutionTime.STATIC_INIT;

import health.vigil.axon.BeforeHandling;
import health.vigil.axon.Discovered;
import health.vigil.axon.runtime.AxonRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** Build steps: from the index to beans. */
class AxonProcessor {

  private static final String RUNTIME = "health.vigil.axon.";

  @BuildStep
  FeatureBuildItem feature() {
    return new FeatureBuildItem("axon");
  }

  @BuildStep
  AxonBuildItem discover(CombinedIndexBuildItem index) {
    return new AxonBuildItem(Discovery.in(index.getIndex()));
  }

  @BuildStep
  AdditionalBeanBuildItem ownBeans() {
    return AdditionalBeanBuildItem.builder()
        .addBeanClasses(
            RUNTIME + "transaction.JtaTransactionManager",
            RUNTIME + "serialization.SerializerBeans",
            RUNTIME + "deadline.Deadlines",
            RUNTIME + "deadline.DeadlinesHealth",
            RUNTIME + "processor.Processors",
            RUNTIME + "processor.ProcessorFactory",
            RUNTIME + "processor.ProcessorPositions",
            RUNTIME + "processor.Replay",
            RUNTIME + "processor.ProcessorStates",
            RUNTIME + "processor.DeadLetters",
            RUNTIME + "processor.LagSampler",
            RUNTIME + "processor.ProcessorsHealth",
            RUNTIME + "runtime.Snapshots",
            RUNTIME + "runtime.Sourcing",
            RUNTIME + "runtime.Repositories",
            RUNTIME + "aggregate.KeptAggregates",
            RUNTIME + "runtime.BusBeans",
            RUNTIME + "runtime.AxonAssembly",
            RUNTIME + "runtime.AxonBeans")
        .setUnremovable()
        .build();
  }

  @BuildStep
  AdditionalBeanBuildItem handlerBeans(AxonBuildItem axon) {
    return AdditionalBeanBuildItem.builder()
        .addBeanClasses(axon.found().components().stream().map(DotName::toString).toList())
        .setDefaultScope(DotName.createSimple(Singleton.class))
        .setUnremovable()
        .build();
  }

  /** Handlers name them as parameters, which ArC does not see. */
  @BuildStep
  UnremovableBeanBuildItem parameterBeans(AxonBuildItem axon) {
    return UnremovableBeanBuildItem.beanTypes(axon.found().parameters());
  }

  @BuildStep
  UnremovableBeanBuildItem ports() {
    return UnremovableBeanBuildItem.beanTypes(
        DotName.createSimple(BeforeHandling.class.getName()),
        DotName.createSimple("org.axonframework.eventhandling.tokenstore.TokenStore"),
        DotName.createSimple("org.axonframework.modelling.saga.repository.SagaStore"),
        DotName.createSimple("org.axonframework.serialization.Serializer"));
  }

  @BuildStep
  @Record(STATIC_INIT)
  SyntheticBeanBuildItem discovered(
      AxonBuildItem axon, AxonRecorder recorder, CombinedIndexBuildItem index) {
    Found found = axon.found();
    return SyntheticBeanBuildItem.configure(Discovered.class)
        .scope(Singleton.class)
        .unremovable()
        .runtimeValue(
            recorder.discovered(
                classes(found.aggregates()),
                classesTo(found.sagaGroups()),
                classesTo(found.eventHandlerGroups()),
                classes(found.commandHandlers()),
                classes(found.queryHandlers()),
                classesTo(eventNames(found)),
                classesTo(aggregateNames(found, index.getIndex()))))
        .done();
  }

  @BuildStep
  @Record(STATIC_INIT)
  void repositories(
      AxonBuildItem axon, AxonRecorder recorder, BuildProducer<SyntheticBeanBuildItem> beans) {
    for (DotName aggregate : axon.found().aggregates()) {
      beans.produce(
          SyntheticBeanBuildItem.configure(Repository.class)
              .types(
                  ParameterizedType.create(
                      Names.REPOSITORY, new Type[] {ClassType.create(aggregate)}, null))
              .identifier(aggregate.toString())
              .scope(Singleton.class)
              .unremovable()
              .addInjectionPoint(ClassType.create(DotName.createSimple(Configuration.class)))
              .createWith(recorder.repository(load(aggregate)))
              .done());
    }
  }

  private static Map<DotName, List<String>> eventNames(Found found) {
    Map<DotName, List<String>> names = new LinkedHashMap<>();
    found
        .events()
        .forEach(event -> names.put(event.type(), List.of(event.name(), event.revision())));
    return names;
  }

  private static Map<DotName, List<String>> aggregateNames(Found found, IndexView index) {
    Map<DotName, List<String>> names = new LinkedHashMap<>();
    for (DotName aggregate : found.aggregates()) {
      var revision = index.getClassByName(aggregate).declaredAnnotation(Names.REVISION);
      names.put(
          aggregate,
          List.of(
              aggregate.withoutPackagePrefix(),
              revision == null ? "" : revision.value().asString()));
    }
    return names;
  }

  private static List<Class<?>> classes(Collection<DotName> names) {
    List<Class<?>> classes = new ArrayList<>();
    names.forEach(name -> classes.add(load(name)));
    return classes;
  }

  private static <V> Map<Class<?>, V> classesTo(Map<DotName, V> names) {
    Map<Class<?>, V> classes = new LinkedHashMap<>();
    names.forEach((name, value) -> classes.put(load(name), value));
    return classes;
  }

  private static Class<?> load(DotName name) {
    try {
      return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The index holds a class that is not there: " + name, e);
    }
  }
}
