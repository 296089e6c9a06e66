package health.vigil.personal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalDataModuleTest {
  private static final PatientId IRIS = new PatientId("iris");
  private static final PatientRegistered REGISTERED =
      new PatientRegistered(
          IRIS,
          new MrnClaimId("mrn:00"),
          new Demographics("4711", "Meadows", "Iris", LocalDate.of(1950, 5, 17), Sex.FEMALE),
          Instant.EPOCH);

  @Test
  void what_was_sealed_is_opened_again() throws JsonProcessingException {
    ObjectMapper mapper = mapper(new Reversing());
    String stored = mapper.writeValueAsString(REGISTERED);

    assertThat(stored).doesNotContain("Meadows", "4711", "1950-05-17", "FEMALE");
    assertThat(mapper.readValue(stored, PatientRegistered.class)).isEqualTo(REGISTERED);
  }

  @Test
  void the_codec_is_told_whom_the_event_is_about() throws JsonProcessingException {
    ObjectMapper mapper = mapper(new Reversing());

    assertThat(mapper.writeValueAsString(REGISTERED)).contains("iris:");
    assertThat(
            mapper.writeValueAsString(
                new UnidentifiedPatientRegistered(IRIS, "Unknown A 7", Instant.EPOCH)))
        .contains("iris:")
        .doesNotContain("Unknown A 7");
  }

  @Test
  void what_is_unknown_stays_unknown() throws JsonProcessingException {
    ObjectMapper mapper = mapper(new Reversing());
    Demographics unknownBirthDate = new Demographics("1", "M", "I", null, Sex.UNKNOWN);
    String stored = mapper.writeValueAsString(unknownBirthDate);

    assertThat(stored).contains("\"birthDate\":null");
    assertThat(mapper.readValue(stored, Demographics.class)).isEqualTo(unknownBirthDate);
  }

  @Test
  void masked_data_shows_that_there_is_something() throws JsonProcessingException {
    String shown = mapper(new Masking()).writeValueAsString(REGISTERED);

    assertThat(shown)
        .contains("\"familyName\":\"•••\"", "\"patientId\":\"iris\"")
        .doesNotContain("Meadows", "4711", "1950", "FEMALE");
  }

  private static ObjectMapper mapper(PersonalDataCodec codec) {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .registerModule(new PersonalDataModule(codec));
  }

  /** As an encrypting codec would: text that only it can read, under the patient's name. */
  private static final class Reversing implements PersonalDataCodec {
    @Override
    public JsonNode seal(@Nullable PatientId about, String property, JsonNode readable) {
      return TextNode.valueOf(about + ":" + new StringBuilder(readable.toString()).reverse());
    }

    @Override
    public JsonNode open(String property, JsonNode stored) {
      String text = stored.asText();
      String json = new StringBuilder(text.substring(text.indexOf(':') + 1)).reverse().toString();
      try {
        return new ObjectMapper().readTree(json);
      } catch (JsonProcessingException broken) {
        throw new AssertionError(broken);
      }
    }
  }
}
