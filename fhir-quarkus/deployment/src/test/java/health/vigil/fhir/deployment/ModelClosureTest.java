package health.vigil.fhir.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.TestScript;
import org.junit.jupiter.api.Test;

/** What HAPI reaches from a few resources. */
class ModelClosureTest {

  static final Set<String> IN_USE =
      Set.of("Bundle", "Observation", "Patient", "OperationOutcome", "CapabilityStatement");

  private final FhirVersion version = FhirVersion.r4();
  private final ModelClosure closure = ModelClosure.of(FhirProcessor.inUse(version, IN_USE));

  @Test
  void holdsTheResourcesTheirElementsAndTheirSuperclasses() {
    assertThat(closure.model())
        .contains(Observation.class, BundleEntryComponent.class, DomainResource.class);
  }

  @Test
  void holdsDataTypesWhetherAFieldNamesThemOrNot() {
    assertThat(closure.model()).contains(Quantity.class, CodeableConcept.class, Extension.class);
  }

  @Test
  void holdsWhatReferencesMayPointTo() {
    assertThat(closure.model()).contains(Encounter.class);
  }

  @Test
  void holdsNoResourceThatNothingPointsTo() {
    assertThat(closure.model()).doesNotContain(TestScript.class);
  }

  @Test
  void holdsTheCodesOfItsFields() {
    assertThat(closure.codes()).contains(ObservationStatus.class, AdministrativeGender.class);
  }

  @Test
  void everyCodeHasAFactory() {
    assertThat(closure.codes())
        .extracting(code -> ModelClosure.load(code.getName() + "EnumFactory"))
        .hasSize(closure.codes().size());
  }

  @Test
  void holdsEverythingThatHapiItselfHasScanned() {
    FhirContext context = FhirContext.forR4();
    IN_USE.forEach(context::getResourceDefinition);

    assertThat(closure.model())
        .containsAll(
            context.getElementDefinitions().stream()
                .<Class<?>>map(BaseRuntimeElementDefinition::getImplementingClass)
                .toList())
        .hasSizeBetween(300, 450);
  }

  @Test
  void resourceThatFhirDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> FhirProcessor.inUse(version, Set.of("Observations")))
        .hasMessage("FHIR R4 has no resource Observations");
  }
}
