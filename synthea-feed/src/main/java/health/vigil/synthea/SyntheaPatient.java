package health.vigil.synthea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One Patient, as Synthea wrote it.
 *
 * @param reference how the Observations of the file name the patient, such as {@code urn:uuid:…}
 * @param mrn the identifier of type {@code MR}, with system and value
 */
record SyntheaPatient(String reference, ObjectNode mrn, ObjectNode resource) {
  /** From this age on NEWS2 is made for. */
  private static final int ADULT_YEARS = 16;

  /**
   * @throws NotSynthea when there is no identifier of type {@code MR}
   */
  static SyntheaPatient of(String fullUrl, ObjectNode resource) {
    for (JsonNode identifier : resource.path("identifier")) {
      if (isMrn(identifier) && identifier instanceof ObjectNode typed) {
        ObjectNode mrn = Json.MAPPER.createObjectNode();
        mrn.set("system", typed.path("system"));
        mrn.set("value", typed.path("value"));
        return new SyntheaPatient(fullUrl, mrn, resource);
      }
    }
    throw new NotSynthea("a patient has no medical record number (an identifier of type MR)");
  }

  /** The search that finds the patient: {@code identifier=system|value}. */
  String search() {
    return "identifier=" + mrn.path("system").asText() + "|" + mrn.path("value").asText();
  }

  /** Whether a vital sign of this time is an adult's; what is not known counts as an adult's. */
  boolean isAdultAt(String measuredAt) {
    try {
      LocalDate grownUp =
          LocalDate.parse(resource.path("birthDate").asText()).plusYears(ADULT_YEARS);
      return !OffsetDateTime.parse(measuredAt).toLocalDate().isBefore(grownUp);
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static boolean isMrn(JsonNode identifier) {
    for (JsonNode coding : identifier.at("/type/coding")) {
      if (coding.path("code").asText().equals("MR")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "SyntheaPatient[masked]";
  }
}
