package health.vigil.synthea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One Observation of category {@code vital-signs}, as Synthea wrote it.
 *
 * @param adult whether the patient was 16 or older when it was measured, or may have been
 */
record VitalSign(Code code, boolean adult, ObjectNode observation) {

  /**
   * What was measured.
   *
   * @param value the LOINC code; where there is none, the first code of any system
   */
  record Code(String value, String display) implements Comparable<Code> {
    private static final String LOINC = "http://loinc.org";

    /** The codes that Vigil records: those of NEWS2 and of the panels they come in. */
    private static final Set<String> RECORDED =
        Set.of(
            "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "85354-9", "8480-6",
            "8462-4", "3151-8");

    static Code of(JsonNode observation) {
      JsonNode codings = observation.at("/code/coding");
      JsonNode coding =
          nodes(codings)
              .filter(each -> each.path("system").asText().equals(LOINC))
              .findFirst()
              .orElse(codings.path(0));
      return new Code(coding.path("code").asText("(none)"), coding.path("display").asText(""));
    }

    boolean isRecorded() {
      return RECORDED.contains(value);
    }

    @Override
    public int compareTo(Code other) {
      return value.compareTo(other.value);
    }
  }

  static boolean isOne(JsonNode resource) {
    return resource.path("resourceType").asText().equals("Observation")
        && nodes(resource.path("category"))
            .flatMap(category -> nodes(category.path("coding")))
            .anyMatch(coding -> coding.path("code").asText().equals("vital-signs"));
  }

  /** When it was measured, as it is written; the same text is the same time. */
  String measuredAt() {
    return observation.path("effectiveDateTime").asText();
  }

  private static Stream<JsonNode> nodes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
