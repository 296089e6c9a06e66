package health.vigil.fhir.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** What is registered for the native image. */
class FhirProcessorTest {

  private static final String MODEL = "org.hl7.fhir.r4.model.";

  private final FhirProcessor processor = new FhirProcessor();
  private final List<ReflectiveClassBuildItem> classes = new ArrayList<>();
  private final List<ReflectiveMethodBuildItem> methods = new ArrayList<>();

  @Test
  void theModelHasItsFieldsAndConstructors() {
    ReflectiveClassBuildItem model = registered().get(0);

    assertThat(model.getClassNames()).contains(MODEL + "Observation", MODEL + "Quantity");
    assertThat(model.isConstructors()).isTrue();
    assertThat(model.isFields()).isTrue();
    assertThat(model.isMethods()).isFalse();
  }

  @Test
  void codesHaveTheirFactoriesAndTell() {
    ReflectiveClassBuildItem factories = registered().get(1);

    assertThat(factories.getClassNames())
        .contains(MODEL + "Observation$ObservationStatusEnumFactory");
    assertThat(factories.isConstructors()).isTrue();
    assertThat(methods)
        .allSatisfy(method -> assertThat(method.getName()).isEqualTo("toCode"))
        .extracting(ReflectiveMethodBuildItem::getDeclaringClass)
        .contains(MODEL + "Observation$ObservationStatus")
        .hasSameSizeAs(factories.getClassNames());
  }

  @Test
  void everyOtherResourceIsKnownByItsNameOnly() {
    ReflectiveClassBuildItem resources = registered().get(2);

    assertThat(resources.getClassNames()).contains(MODEL + "TestScript");
    assertThat(resources.isConstructors()).isFalse();
    assertThat(resources.isFields()).isFalse();
    assertThat(resources.isMethods()).isFalse();
  }

  @Test
  void theContextCanBeMade() {
    processor.context(classes::add, methods::add);

    assertThat(classes.get(0).getClassNames()).containsExactly("org.hl7.fhir.r4.hapi.ctx.FhirR4");
    assertThat(methods)
        .extracting(method -> method.getDeclaringClass() + "." + method.getName())
        .containsExactly(MODEL + "Meta.copy");
  }

  @Test
  void filesAndMessagesAreWhereTheyAreSaidToBe() {
    assertThat(processor.files().getResources())
        .allSatisfy(file -> assertThat(getClass().getClassLoader().getResource(file)).isNotNull());
    assertThat(ResourceBundle.getBundle(processor.messages().getBundleName()).keySet())
        .isNotEmpty();
  }

  private List<ReflectiveClassBuildItem> registered() {
    processor.model(() -> ModelClosureTest.IN_USE, classes::add, methods::add);
    return classes;
  }
}
