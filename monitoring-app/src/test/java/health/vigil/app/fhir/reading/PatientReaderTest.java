package health.vigil.app.fhir.reading;

import static health.vigil.app.fhir.reading.Fhir.bytes;
import static health.vigil.app.fhir.reading.Fhir.json;
import static health.vigil.app.fhir.reading.Fhir.with;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.ReadResult.Read;
import health.vigil.patient.Demographics;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientReaderTest {
  private static final String PATH = "Bundle.entry[0].resource";
  private static final String MRN =
      "{'type': {'coding': [{'system': 'http://terminology.hl7.org/CodeSystem/v2-0203', 'code':"
          + " 'MR'}]}, 'system': 'urn:ours', 'value': '4711'}";
  private static final String OTHER = "{'system': 'urn:theirs', 'value': '0815'}";
  private static final ObjectNode IRIS =
      json(
          "{'resourceType': 'Patient', 'identifier': ["
              + OTHER
              + ", "
              + MRN
              + "], 'name': [{'family': 'Meadows', 'given': ['Iris', 'Ada']}],"
              + " 'birthDate': '1950-05-17', 'gender': 'female',"
              + " 'deceasedBoolean': true, 'telecom': [{'value': '1'}], 'active': true}");

  @Test
  void saysWhoSomebodyIs() {
    ReadPatient read = read(IRIS, MrnSystems.ANY);
    assertThat(read.demographics())
        .isEqualTo(
            new Demographics("4711", "Meadows", "Iris Ada", LocalDate.of(1950, 5, 17), Sex.FEMALE));
    assertThat(read.expressionOf("mrn")).isEqualTo(PATH + ".identifier[1].value");
    assertThat(read.expressionOf("familyName")).isEqualTo(PATH + ".name[0].family");
    assertThat(read.expressionOf("birthDate")).isEqualTo(PATH + ".birthDate");
    assertThat(read.expressionOf("anything")).isEqualTo(PATH);
  }

  @ParameterizedTest
  @CsvSource({"male, MALE", "female, FEMALE", "other, OTHER", "unknown, UNKNOWN"})
  void sexIsTheAdministrativeGender(String gender, Sex sex) {
    assertThat(read(with(IRIS, "'gender': '" + gender + "'"), MrnSystems.ANY).demographics().sex())
        .isEqualTo(sex);
  }

  @Test
  void whatIsNotSaidIsUnknown() {
    Demographics read =
        read(with(IRIS, "'gender': null, 'birthDate': null"), MrnSystems.ANY).demographics();
    assertThat(read.sex()).isEqualTo(Sex.UNKNOWN);
    assertThat(read.birthDate()).isNull();
  }

  @Test
  void theOnlyIdentifierIsTheNumber() {
    assertThat(mrn("[" + OTHER + "]", MrnSystems.ANY)).isEqualTo("0815");
    assertThat(mrn("[" + OTHER + ", " + MRN + "]", new MrnSystems(List.of("urn:theirs"))))
        .isEqualTo("0815");
    assertThat(mrn("[{'value': '7'}]", MrnSystems.ANY)).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'name': [{'family': 'A', 'given': ['B']}, {'use': 'official', 'family': 'C', 'given':"
            + " ['D']}]; C",
        "'name': [{'use': 'usual', 'family': 'A', 'given': ['B']}, {'use': 'official', 'family':"
            + " 'C', 'given': ['D']}]; C",
        "'name': [{'use': 'maiden', 'family': 'A', 'given': ['B']}, {'use': 'usual', 'family':"
            + " 'C', 'given': ['D']}]; C",
        "'name': [{'use': 'old', 'family': 'A', 'given': ['B']}, {'family': 'C', 'given':"
            + " ['D']}, {'family': 'E', 'given': ['F']}]; C"
      })
  void theOfficialNameComesFirstThenTheUsualOne(String names, String family) {
    assertThat(read(with(IRIS, names), MrnSystems.ANY).demographics().familyName())
        .isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'identifier': null; identifier",
        "'identifier': [{'system': 'urn:ours'}]; identifier",
        "'identifier': [{'value': '1'}, {'value': '2'}]; identifier",
        "'identifier': [MR, MR]; identifier",
        "'name': null; name",
        "'name': [{'use': 'maiden', 'family': 'A', 'given': ['B']}]; name",
        "'name': [{'text': 'Iris Meadows', 'given': ['Iris']}]; name[0].family",
        "'name': [{'family': 'Meadows'}]; name[0].given",
        "'birthDate': '1950'; birthDate",
        "'birthDate': '1950-05'; birthDate",
        "'active': false; active",
        "'link': [{'other': {'reference': 'Patient/2'}, 'type': 'replaced-by'}]; link[0]"
      })
  void whatRegistersNobodyIsRefusedWithTheElement(String change, String element) {
    List<Issue> issues =
        Fhir.refused(
            new PatientReader(MrnSystems.ANY)
                .read(understood(with(IRIS, change.replace("MR", MRN)))));
    assertThat(issues).extracting(Issue::expression).containsExactly(PATH + "." + element);
    assertThat(issues.toString()).doesNotContain("Meadows", "Iris", "1950-05", "4711");
  }

  @Test
  void aNumberOfAnotherSystemDoesNotCount() {
    assertThat(
            Fhir.refused(
                new PatientReader(new MrnSystems(List.of("urn:elsewhere"))).read(understood(IRIS))))
        .extracting(Issue::expression)
        .containsExactly(PATH + ".identifier");
    assertThat(new MrnSystems(List.of("urn:a")).count(null)).isFalse();
    assertThat(MrnSystems.ANY.count(null)).isTrue();
  }

  @Test
  void nothingOfItIsInWhatIsPrinted() {
    assertThat(read(IRIS, MrnSystems.ANY) + " " + understood(IRIS))
        .doesNotContain("Meadows", "Iris", "1950", "4711");
  }

  private static String mrn(String identifiers, MrnSystems systems) {
    return read(with(IRIS, "'identifier': " + identifiers), systems).demographics().mrn();
  }

  private static ReadPatient read(ObjectNode patient, MrnSystems systems) {
    ReadResult<ReadPatient> result = new PatientReader(systems).read(understood(patient));
    assertThat(result).isInstanceOf(Read.class);
    return ((Read<ReadPatient>) result).value();
  }

  private static FhirResource understood(ObjectNode patient) {
    Parsed<BundleBody> bundle =
        new FhirBodies()
            .bundle(
                bytes(
                    "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":"
                        + patient
                        + "}]}"));
    Parsed<FhirResource> resource =
        requireNonNull(((Understood<BundleBody>) bundle).value().entries().get(0).resource());
    assertThat(resource).isInstanceOf(Understood.class);
    return ((Understood<FhirResource>) resource).value();
  }
}
