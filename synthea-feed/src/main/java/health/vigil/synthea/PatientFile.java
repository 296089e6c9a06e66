package health.vigil.synthea;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of Synthea: a Bundle with a patient, and after the patient all that is known of him. It
 * is read entry by entry, however large it is: there are patients of 80 MB.
 */
final class PatientFile {
  private PatientFile() {}

  /** Is told what a file holds, in the order of the file. */
  interface Reader {
    void patient(SyntheaPatient patient) throws InterruptedException;

    void vitalSign(SyntheaPatient patient, VitalSign vitalSign) throws InterruptedException;
  }

  /**
   * Reads the file to its end. A Bundle with no patient in it (hospitals, practitioners) holds
   * nothing for the reader.
   *
   * @throws NotSynthea when it is no Bundle, or one that Synthea does not write
   */
  static void read(Path file, Reader reader) throws IOException, InterruptedException {
    try (JsonParser parser = Json.MAPPER.createParser(file.toFile())) {
      SyntheaPatient patient = null;
      toEntries(parser);
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        patient = entry(parser.readValueAsTree(), patient, reader);
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new NotSynthea("an entry in it is no object");
      }
    } catch (JacksonException e) {
      throw new NotSynthea("it is not JSON at line " + e.getLocation().getLineNr(), e);
    }
  }

  private static void toEntries(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new NotSynthea("it is no Bundle");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("entry") && value == JsonToken.START_ARRAY) {
        return;
      }
      parser.skipChildren();
    }
    throw new NotSynthea("it is no Bundle with entries");
  }

  private static @Nullable SyntheaPatient entry(
      JsonNode entry, @Nullable SyntheaPatient patient, Reader reader) throws InterruptedException {
    if (!(entry.path("resource") instanceof ObjectNode resource)) {
      return patient;
    }
    if (resource.path("resourceType").asText().equals("Patient")) {
      SyntheaPatient found = SyntheaPatient.of(entry.path("fullUrl").asText(), resource);
      reader.patient(found);
      return found;
    }
    if (VitalSign.isOne(resource)) {
      SyntheaPatient subject = subject(resource, patient);
      boolean adult = subject.isAdultAt(resource.path("effectiveDateTime").asText());
      reader.vitalSign(subject, new VitalSign(VitalSign.Code.of(resource), adult, resource));
    }
    return patient;
  }

  private static SyntheaPatient subject(JsonNode observation, @Nullable SyntheaPatient patient) {
    String reference = observation.at("/subject/reference").asText();
    if (patient == null || !patient.reference().equals(reference)) {
      throw new NotSynthea("a vital sign belongs to no patient before it in the file");
    }
    return patient;
  }
}
