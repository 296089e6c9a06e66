package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EntryTest {
  private final SyntheaPatient patient = patient();
  private final VitalSign heartRate = vitalSign(SyntheaFiles.HEART_RATE);

  @Test
  void registersThePatientUnlessTheRecordNumberExists() throws IOException {
    JsonNode entry = Json.MAPPER.readTree(Entry.of(patient).json());

    assertThat(entry.at("/request/method").asText()).isEqualTo("POST");
    assertThat(entry.at("/request/url").asText()).isEqualTo("Patient");
    assertThat(entry.at("/request/ifNoneExist").asText())
        .isEqualTo("identifier=http://hospital.smarthealthit.org|p1");
    assertThat(entry.at("/resource")).isEqualTo(patient.resource());
  }

  @Test
  void namesTheSubjectByItsRecordNumberAndTheMessageBySyntheasId() throws IOException {
    JsonNode observation =
        Json.MAPPER.readTree(Entry.of(patient, heartRate).json()).path("resource");

    assertThat(observation.at("/subject/identifier/value").asText()).isEqualTo("p1");
    assertThat(observation.at("/subject/reference").isMissingNode()).isTrue();
    assertThat(observation.at("/identifier/0/system").asText()).isEqualTo("urn:ietf:rfc:3986");
    assertThat(observation.at("/identifier/0/value").asText()).isEqualTo("urn:uuid:h1");
  }

  @Test
  void leavesDecimalsAsTheyWereWritten() throws IOException {
    JsonNode entry = Json.MAPPER.readTree(Entry.of(patient, heartRate).json());

    assertThat(entry.at("/resource/valueQuantity/value").decimalValue())
        .isEqualTo(new BigDecimal("72.0"));
  }

  @Test
  void saysNothingOfAPersonInItsText() {
    assertThat(patient + " " + Entry.of(patient)).doesNotContain("Muster7", "p1");
  }

  private static SyntheaPatient patient() {
    ObjectNode bundle = tree(SyntheaFiles.bundle("p1"));
    return SyntheaPatient.of("urn:uuid:p1", bundle.withObject("/entry/0/resource"));
  }

  private static VitalSign vitalSign(String entry) {
    ObjectNode observation = tree(entry).withObject("/resource");
    return new VitalSign(VitalSign.Code.of(observation), true, observation);
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
