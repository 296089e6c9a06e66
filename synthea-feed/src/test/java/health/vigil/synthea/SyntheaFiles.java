package health.vigil.synthea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in the shape of Synthea's, of invented people. */
final class SyntheaFiles {
  static final String HEART_RATE = observation("h1", "8867-4", "Heart rate", "72.0", "/min");
  static final String RESPIRATION = observation("r1", "9279-1", "Respiratory rate", "14", "/min");
  static final String TEMPERATURE = observation("t1", "8310-5", "Body temperature", "37.1", "Cel");
  static final String WEIGHT = observation("w1", "29463-7", "Body Weight", "80.4", "kg");
  static final String LABORATORY =
      WEIGHT.replace("vital-signs", "laboratory").replace("urn:uuid:w1", "urn:uuid:l1");

  private SyntheaFiles() {}

  /** A patient, born 1960, with these entries after him. */
  static String bundle(String patient, String... entries) {
    String head = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[";
    String rest = entries.length == 0 ? "" : "," + String.join(",", entries);
    return head + patient(patient) + rest.replace("urn:uuid:p1", "urn:uuid:" + patient) + "]}";
  }

  static Path write(Path folder, String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json);
  }

  static String observation(String id, String code, String display, String value, String unit) {
    return """
        {"fullUrl": "urn:uuid:%1$s",
         "resource": {"resourceType": "Observation", "id": "%1$s", "status": "final",
           "category": [{"coding": [{"code": "vital-signs"}]}],
           "code": {"coding": [{"system": "http://loinc.org", "code": "%2$s", "display": "%3$s"}]},
           "subject": {"reference": "urn:uuid:p1"},
           "effectiveDateTime": "2017-03-20T09:31:55+00:00",
           "valueQuantity": {"value": %4$s, "system": "http://unitsofmeasure.org", "code": "%5$s"}},
         "request": {"method": "POST", "url": "Observation"}}
        """
        .formatted(id, code, display, value, unit);
  }

  private static String patient(String id) {
    return """
        {"fullUrl": "urn:uuid:%1$s",
         "resource": {"resourceType": "Patient", "id": "%1$s",
           "identifier": [
             {"system": "https://github.com/synthetichealth/synthea", "value": "%1$s"},
             {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203",
                "code": "MR"}]}, "system": "http://hospital.smarthealthit.org", "value": "%1$s"}],
           "name": [{"use": "official", "family": "Muster7", "given": ["Mira9"]}],
           "gender": "female", "birthDate": "1960-03-20"},
         "request": {"method": "POST", "url": "Patient"}}
        """
        .formatted(id);
  }
}
