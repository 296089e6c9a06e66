package health.vigil.fhir.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBundleBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.hapi.ctx.FhirR4;
import org.hl7.fhir.r4.model.Meta;

/**
 * Registers for the native image what HAPI reaches by reflection. A resource that is not among
 * those in use can be named, but neither read nor written.
 */
class FhirProcessor {

  private static final String BUILD_PROPERTIES = "ca/uhn/fhir/hapi-fhir-base-build.properties";
  private static final String MESSAGES = "ca.uhn.fhir.i18n.hapi-messages";

  @BuildStep
  FeatureBuildItem feature() {
    return new FeatureBuildItem("hapi-fhir");
  }

  @BuildStep
  NativeImageResourceBuildItem files() {
    return new NativeImageResourceBuildItem(FhirVersion.FILE, BUILD_PROPERTIES);
  }

  @BuildStep
  NativeImageResourceBundleBuildItem messages() {
    return new NativeImageResourceBundleBuildItem(MESSAGES);
  }

  /** HAPI finds the class of a version by name, and copies what a resource says of itself. */
  @BuildStep
  void context(
      BuildProducer<ReflectiveClassBuildItem> classes,
      BuildProducer<ReflectiveMethodBuildItem> methods) {
    classes.produce(constructors(List.of(FhirR4.class.getName()), "FHIR R4"));
    methods.produce(method("HAPI copies it", Meta.class, "copy"));
  }

  @BuildStep(onlyIf = ForNativeImage.class)
  void model(
      FhirConfig config,
      BuildProducer<ReflectiveClassBuildItem> classes,
      BuildProducer<ReflectiveMethodBuildItem> methods) {
    FhirVersion version = FhirVersion.r4();
    ModelClosure closure = ModelClosure.of(inUse(version, config.resources()));
    classes.produce(model(names(closure.model())));
    classes.produce(constructors(factories(closure), "factories of codes"));
    classes.produce(byName(version.resources().values()));
    closure.codes().stream()
        .map(code -> method("a code", code, "toCode"))
        .forEach(methods::produce);
  }

  static Collection<String> inUse(FhirVersion version, Collection<String> resources) {
    List<String> types = new ArrayList<>(version.datatypeClasses());
    resources.forEach(resource -> types.add(version.resource(resource)));
    return types;
  }

  private static List<String> factories(ModelClosure closure) {
    return closure.codes().stream().map(code -> code.getName() + "EnumFactory").toList();
  }

  private static ReflectiveClassBuildItem model(Stream<String> names) {
    return ReflectiveClassBuildItem.builder(names.toArray(String[]::new))
        .constructors()
        .fields()
        .reason("HAPI's model of FHIR")
        .build();
  }

  private static ReflectiveClassBuildItem constructors(Collection<String> names, String reason) {
    return ReflectiveClassBuildItem.builder(names.toArray(String[]::new))
        .constructors()
        .reason(reason)
        .build();
  }

  private static ReflectiveMethodBuildItem method(String reason, Class<?> type, String name) {
    return new ReflectiveMethodBuildItem(reason, type.getName(), name, new String[0]);
  }

  private static ReflectiveClassBuildItem byName(Collection<String> names) {
    return ReflectiveClassBuildItem.builder(names.toArray(String[]::new))
        .constructors(false)
        .reason("HAPI looks up every resource by name")
        .build();
  }

  private static Stream<String> names(Collection<Class<?>> classes) {
    return classes.stream().map(Class::getName);
  }
}
