package health.vigil.app.fhir.reading;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What Vigil does by FHIR, and nothing else. */
public final class Capabilities {
  /** When what is stated here was last changed. */
  private static final String CHANGED = "2026-11-23";

  private static final String WARNING = "Vigil is not a certified medical device.";

  private Capabilities() {}

  /**
   * @param version of the software
   */
  public static CapabilityStatement statement(String version) {
    CapabilityStatement statement =
        new CapabilityStatement()
            .setStatus(PublicationStatus.ACTIVE)
            .setDateElement(new DateTimeType(CHANGED))
            .setKind(CapabilityStatementKind.INSTANCE)
            .setFhirVersion(FHIRVersion._4_0_1)
            .setFormat(List.of(new CodeType("json"), new CodeType("application/fhir+json")))
            .setDescription("Vital signs in, NEWS2 scores and alerts out. " + WARNING);
    statement.getSoftware().setName("Vigil").setVersion(version);
    statement.getImplementation().setDescription("Patient monitoring. " + WARNING);
    statement.addRest(server());
    return statement;
  }

  private static CapabilityStatementRestComponent server() {
    CapabilityStatementRestComponent server =
        new CapabilityStatementRestComponent()
            .setMode(RestfulCapabilityMode.SERVER)
            .setDocumentation(
                "Batches and transactions of Observation and Patient; every entry is a create.");
    server.addResource(observation());
    server.addResource(patient());
    server.addInteraction().setCode(SystemRestfulInteraction.BATCH);
    server.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
    return server;
  }

  private static CapabilityStatementRestResourceComponent observation() {
    CapabilityStatementRestResourceComponent observation =
        new CapabilityStatementRestResourceComponent()
            .setType("Observation")
            .setDocumentation(
                "Vital signs and NEWS2 totals. The identifier makes it safe to send one twice.")
            .addReferencePolicy(ReferenceHandlingPolicy.LITERAL)
            .addReferencePolicy(ReferenceHandlingPolicy.LOGICAL);
    observation.addInteraction().setCode(TypeRestfulInteraction.CREATE);
    return observation;
  }

  private static CapabilityStatementRestResourceComponent patient() {
    CapabilityStatementRestResourceComponent patient =
        new CapabilityStatementRestResourceComponent()
            .setType("Patient")
            .setDocumentation("Registered as an entry of a batch or transaction only.")
            .setConditionalCreate(true);
    patient.addInteraction().setCode(TypeRestfulInteraction.CREATE);
    return patient;
  }
}
