package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientFileTest {
  @TempDir private Path folder;
  private final List<SyntheaPatient> patients = new ArrayList<>();
  private final List<VitalSign> vitalSigns = new ArrayList<>();

  private final PatientFile.Reader reader =
      new PatientFile.Reader() {
        @Override
        public void patient(SyntheaPatient patient) {
          patients.add(patient);
        }

        @Override
        public void vitalSign(SyntheaPatient patient, VitalSign vitalSign) {
          vitalSigns.add(vitalSign);
        }
      };

  private void read(String json) throws IOException, InterruptedException {
    PatientFile.read(SyntheaFiles.write(folder, "p1.json", json), reader);
  }

  @Test
  void findsThePatientAndOnlyTheVitalSigns() throws IOException, InterruptedException {
    read(
        SyntheaFiles.bundle(
            "p1", SyntheaFiles.HEART_RATE, SyntheaFiles.LABORATORY, SyntheaFiles.WEIGHT));

    assertThat(patients).hasSize(1);
    assertThat(patients.get(0).search())
        .isEqualTo("identifier=http://hospital.smarthealthit.org|p1");
    assertThat(vitalSigns).extracting(v -> v.code().value()).containsExactly("8867-4", "29463-7");
    assertThat(vitalSigns).extracting(v -> v.code().isRecorded()).containsExactly(true, false);
  }

  @Test
  void takesTheLoincCodeWhateverStandsBeforeIt() throws IOException, InterruptedException {
    read(
        SyntheaFiles.bundle(
            "p1",
            SyntheaFiles.HEART_RATE.replace(
                "\"coding\": [{\"system\"",
                "\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"364075005\"},"
                    + " {\"system\"")));

    assertThat(vitalSigns).extracting(v -> v.code().value()).containsExactly("8867-4");
  }

  @Test
  void tellsAdultsFromChildrenByTheDayOfTheMeasurement() throws IOException, InterruptedException {
    read(
        SyntheaFiles.bundle(
            "p1",
            SyntheaFiles.HEART_RATE.replace("2017-03-20T", "1976-03-19T"),
            SyntheaFiles.HEART_RATE.replace("2017-03-20T", "1976-03-20T"),
            SyntheaFiles.HEART_RATE.replace("2017-03-20T", "T")));

    assertThat(vitalSigns).extracting(VitalSign::adult).containsExactly(false, true, true);
  }

  @Test
  void aBundleOfHospitalsHoldsNothing() throws IOException, InterruptedException {
    read(
        """
        {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Organization"}}]}
        """);

    assertThat(patients).isEmpty();
  }

  @Test
  void refusesAVitalSignOfSomebodyElse() {
    String other = SyntheaFiles.HEART_RATE.replace("urn:uuid:p1", "urn:uuid:p2");

    assertThatThrownBy(() -> read(SyntheaFiles.bundle("p1", other)))
        .isInstanceOf(NotSynthea.class)
        .hasMessageContaining("belongs to no patient");
  }

  @Test
  void refusesWhatIsNoBundleAndQuotesNothingOfIt() {
    assertThatThrownBy(() -> read("[\"Muster7\"]")).isInstanceOf(NotSynthea.class);
    assertThatThrownBy(() -> read("{\"resourceType\": \"Patient\"}"))
        .isInstanceOf(NotSynthea.class);
    assertThatThrownBy(() -> read("{\"entry\": [{\"resource\": Muster7"))
        .isInstanceOf(NotSynthea.class)
        .hasMessageNotContaining("Muster7");
  }

  @Test
  void refusesAFileThatIsDamagedAfterItsFirstEntries() {
    String whole = SyntheaFiles.bundle("p1", SyntheaFiles.HEART_RATE);
    int end = whole.lastIndexOf(']');

    for (String damage : List.of(", null]}", ", 7, {}]}", ", []]}", "", ",")) {
      assertThatThrownBy(() -> read(whole.substring(0, end) + damage))
          .as("ends with '%s'", damage)
          .isInstanceOf(NotSynthea.class);
    }
  }
}
