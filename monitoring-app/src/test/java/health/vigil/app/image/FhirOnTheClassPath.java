package health.vigil.app.image;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;

/** What HAPI has looked into, by its own account, once it has met the resources in use. */
final class FhirOnTheClassPath {

  private static final FhirContext CONTEXT = FhirContext.forR4();

  static {
    List.of(
            Bundle.class,
            Observation.class,
            Patient.class,
            OperationOutcome.class,
            CapabilityStatement.class)
        .forEach(CONTEXT::getResourceDefinition);
  }

  private FhirOnTheClassPath() {}

  /** Resources, the elements that they consist of, and data types. */
  static Set<String> model() {
    return names(
        CONTEXT.getElementDefinitions().stream()
            .map(BaseRuntimeElementDefinition::getImplementingClass));
  }

  /** Enums of codes. */
  static Set<String> codes() {
    return names(
        CONTEXT.getElementDefinitions().stream()
            .filter(BaseRuntimeElementCompositeDefinition.class::isInstance)
            .<BaseRuntimeElementCompositeDefinition<?>>map(
                BaseRuntimeElementCompositeDefinition.class::cast)
            .flatMap(FhirOnTheClassPath::codesIn));
  }

  private static Stream<Class<?>> codesIn(BaseRuntimeElementCompositeDefinition<?> type) {
    return type.getChildren().stream()
        .filter(RuntimeChildPrimitiveEnumerationDatatypeDefinition.class::isInstance)
        .map(RuntimeChildPrimitiveEnumerationDatatypeDefinition.class::cast)
        .map(RuntimeChildPrimitiveEnumerationDatatypeDefinition::getBoundEnumType);
  }

  /** Every resource of FHIR, in use or not. */
  static Set<String> resources() {
    FhirContext fresh = FhirContext.forR4();
    return names(
        fresh.getResourceTypes().stream()
            .map(name -> fresh.getResourceDefinition(name).getImplementingClass()));
  }

  private static Set<String> names(Stream<? extends Class<?>> classes) {
    return classes.map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
  }
}
