package health.vigil.personal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.personal.key.KeysInMemory;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.SealBroken;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.master.MasterKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealingTest {
  private static final PatientId IRIS = new PatientId("iris");

  private final KeysInMemory table = new KeysInMemory();
  private PatientKeys keys;
  private ObjectMapper mapper;
  private OpenedForms opened;

  @BeforeEach
  void aNode(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
    keys = new PatientKeys(table, MasterKeyFile.read(file, Optional.empty()), 100);
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
  void aSpoiltNameIsToldOfAndTheRestIsReadAllTheSame() throws JsonProcessingException {
    List<String> met = new ArrayList<>();
    ObjectMapper lenient =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(
                new PersonalDataModule(
                    new Sealing(
                        new ValueSealer(keys),
                        (patient, property, failure) -> met.add(patient + "/" + property))));
    ObjectNode stored = mapper.valueToTree(registered(Sex.FEMALE));
    spoil(stored, "familyName");
    ((ObjectNode) stored.path("demographics").path("givenName")).put("sealed", "no base64!");

    PatientRegistered read = lenient.treeToValue(stored, PatientRegistered.class);

    assertThat(read.demographics().familyName()).isNull();
    assertThat(read.demographics().givenName()).isNull();
    assertThat(read.demographics().birthDate()).isEqualTo(LocalDate.of(1950, 5, 17));
    assertThat(met).containsExactlyInAnyOrder("iris/familyName", "iris/givenName");
  }

  @Test
  void whoeverLooksForWhatWasChangedIsToldByAFailure() {
    ObjectNode stored = mapper.valueToTree(registered(Sex.FEMALE));
    spoil(stored, "familyName");

    assertThatThrownBy(() -> opened.of(stored)).isInstanceOf(SealBroken.class);
  }

  @Test
  void whatALostKeySealedReadsAsUnknownAndIsTold() throws JsonProcessingException {
    ObjectNode stored = mapper.valueToTree(registered(Sex.FEMALE));
    Set<String> met = new TreeSet<>();
    ObjectMapper lenient =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(
                new PersonalDataModule(
                    new Sealing(
                        new ValueSealer(keys),
                        (patient, property, failure) ->
                            met.add(failure.getClass().getSimpleName() + " of " + patient))));
    table.lose("iris");
    keys.forgetAll();

    PatientRegistered read = lenient.treeToValue(stored, PatientRegistered.class);

    assertThat(read.demographics().birthDate()).isNull();
    assertThat(met).containsExactly("LostKey of iris");
  }

  @Test
  void aMasterKeyThatIsAwayMakesNothingUnknown(@TempDir Path folder) throws IOException {
    String stored = mapper.writeValueAsString(registered(Sex.FEMALE));
    Path other = Files.writeString(folder.resolve("other.json"), MasterKeyFile.make());
    PatientKeys away = new PatientKeys(table, MasterKeyFile.read(other, Optional.empty()), 100);
    ObjectMapper lenient =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(
                new PersonalDataModule(
                    new Sealing(new ValueSealer(away), (patient, property, failure) -> {})));

    assertThatThrownBy(() -> lenient.readValue(stored, PatientRegistered.class))
        .hasCauseInstanceOf(KeysUnavailable.class);
  }

  /** One byte of it differs from what was stored. */
  private static void spoil(ObjectNode event, String property) {
    ObjectNode form = (ObjectNode) event.path("demographics").path(property);
    byte[] sealed = Base64.getUrlDecoder().decode(form.path("sealed").textValue());
    sealed[sealed.length - 1] ^= 1;
    form.put("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
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
