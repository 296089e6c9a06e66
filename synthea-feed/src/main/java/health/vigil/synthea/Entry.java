package health.vigil.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a batch Bundle.
 *
 * @param measuredAt entries of one time are kept in one Bundle, because only then they form a set
 * @param json the entry as it is sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(Sent sent, String measuredAt, byte[] json) {

  /** What the entry stands for in the account. */
  sealed interface Sent {}

  /** The patient. */
  record APatient() implements Sent {}

  /** A vital sign of the patient. */
  record AVitalSign(VitalSign.Code code, boolean adult) implements Sent {}

  /** Registers the patient unless one with the same medical record number exists. */
  static Entry of(SyntheaPatient patient) {
    return new Entry(new APatient(), "", posting("Patient", patient.resource(), patient.search()));
  }

  /**
   * The observation as it is, but for its subject, which becomes the medical record number, since
   * the entries of a batch can not refer to each other; and with Synthea's id as its identifier, so
   * that it is the same message whenever it is sent.
   */
  static Entry of(SyntheaPatient patient, VitalSign vitalSign) {
    ObjectNode observation = vitalSign.observation().deepCopy();
    observation.putObject("subject").set("identifier", patient.mrn());
    if (!observation.has("identifier")) {
      observation
          .putArray("identifier")
          .addObject()
          .put("system", "urn:ietf:rfc:3986")
          .put("value", "urn:uuid:" + observation.path("id").asText());
    }
    return new Entry(
        new AVitalSign(vitalSign.code(), vitalSign.adult()),
        vitalSign.measuredAt(),
        posting("Observation", observation, null));
  }

  private static byte[] posting(String type, ObjectNode resource, @Nullable String ifNoneExist) {
    ObjectNode entry = Json.MAPPER.createObjectNode();
    entry.set("resource", resource);
    ObjectNode request = entry.putObject("request").put("method", "POST").put("url", type);
    if (ifNoneExist != null) {
      request.put("ifNoneExist", ifNoneExist);
    }
    return Json.bytes(entry);
  }

  @Override
  public String toString() {
    return "Entry[masked]";
  }
}
