package health.vigil.personal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.personal.key.KeysInMemory;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.master.MasterKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealingTest {
  private static final PatientId IRIS = new PatientId("iris");

  private PatientKeys keys;
  private ObjectMapper mapper;
  private OpenedForms opened;

  @BeforeEach
  void aNode(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
    keys = new PatientKeys(new KeysInMemory(), MasterKeyFile.read(file, Optional.empty()), 100);
    Sealing sealing = new Sealing(new ValueSealer(keys));
    mapper =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new PersonalDataModule(sealing));
    opened = new OpenedForms(sealing);
  }

  private static PatientRegistered registered(Sex sex) {
    return new PatientRegistered(
        IRIS,
        new MrnClaimId("mrn:00"),
        new Demographics("4711", "Meadows", "Iris", LocalDate.of(1950, 5, 17), sex),
        Instant.EPOCH);
  }

  @Test
  void anEventIsReadAsItWasWrittenAndItsStoredFormSaysNothing() throws JsonProcessingException {
    String stored = mapper.writeValueAsString(registered(Sex.FEMALE));

    assertThat(stored)
        .contains("\"patientId\":\"iris\"", "\"of\":\"iris\"")
        .doesNotContain("Meadows", "4711", "1950", "FEMALE");
    assertThat(mapper.readValue(stored, PatientRegistered.class)).isEqualTo(registered(Sex.FEMALE));
  }

  @Test
  void onlyWhatIsMarkedIsSealed() throws JsonProcessingException {
    JsonNode stored = mapper.readTree(mapper.writeValueAsString(registered(Sex.FEMALE)));

    assertThat(stored.path("mrnClaimId").textValue()).isEqualTo("mrn:00");
    assertThat(stored.path("demographics").path("mrn").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Sex.class)
  void lengthTellsNoMaleFromAFemale(Sex sex) throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(registered(sex)))
        .hasSameSizeAs(mapper.writeValueAsString(registered(Sex.UNKNOWN)));
  }

  @Test
  void whatWasStoredBeforeAnythingWasSealedIsStillRead() throws JsonProcessingException {
    String plain =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .writeValueAsString(registered(Sex.FEMALE));

    assertThat(mapper.readValue(plain, PatientRegistered.class)).isEqualTo(registered(Sex.FEMALE));
  }

  @Test
  void anErasedPatientsEventIsReadWithoutAPerson() throws JsonProcessingException {
    String stored = mapper.writeValueAsString(registered(Sex.FEMALE));

    keys.destroy(IRIS, Instant.EPOCH);
    PatientRegistered read = mapper.readValue(stored, PatientRegistered.class);

    assertThat(read.patientId()).isEqualTo(IRIS);
    assertThat(read.at()).isEqualTo(Instant.EPOCH);
    assertThat(read.demographics().familyName()).isNull();
    assertThat(read.demographics().birthDate()).isNull();
    assertThat(read.demographics().sex()).isNull();
  }

  @Test
  void whatIsToldOfAnErasedPatientIsNotKept() throws JsonProcessingException {
    keys.destroy(IRIS, Instant.EPOCH);

    String stored = mapper.writeValueAsString(registered(Sex.FEMALE));

    assertThat(stored).contains("\"familyName\":{\"erased\":true}").doesNotContain("Meadows");
    assertThat(mapper.readValue(stored, PatientRegistered.class).demographics().familyName())
        .isNull();
  }

  @Test
  void twoStoredFormsOfTheSameAreEqualOnceTheyAreOpened() throws JsonProcessingException {
    JsonNode one = mapper.readTree(mapper.writeValueAsString(registered(Sex.FEMALE)));
    JsonNode other = mapper.readTree(mapper.writeValueAsString(registered(Sex.FEMALE)));

    assertThat(one).isNotEqualTo(other);
    assertThat(opened.of(one)).isEqualTo(opened.of(other));
    assertThat(opened.of(one).path("demographics").path("familyName").textValue())
        .isEqualTo("Meadows");
  }
}
