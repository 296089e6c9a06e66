package health.vigil.app.fhir.reading;

import static health.vigil.app.fhir.reading.Fhir.coded;
import static health.vigil.app.fhir.reading.Fhir.component;
import static health.vigil.app.fhir.reading.Fhir.observation;
import static health.vigil.app.fhir.reading.Fhir.quantity;
import static health.vigil.app.fhir.reading.Fhir.snomed;
import static health.vigil.app.fhir.reading.Fhir.understood;
import static health.vigil.app.fhir.reading.Fhir.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.ReadResult.NotSupported;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationRefusalTest {
  private static final ObjectNode PULSE = observation("8867-4", quantity("72", "/min"));
  private static final String UCUM = "'system': 'http://unitsofmeasure.org'";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'valueQuantity': null; valueQuantity; REQUIRED",
        "'valueQuantity': null, 'valueString': '72'; valueString; VALUE",
        "'valueQuantity': null, 'valueInteger': 72; valueInteger; VALUE",
        "'valueQuantity': {'value': 72, 'unit': '/min'}; valueQuantity.code; REQUIRED",
        "'valueQuantity': {'value': 72, 'code': '/min'}; valueQuantity.system; CODEINVALID",
        "'valueQuantity': {'value': 72, 'code': '/min', 'system': 'urn:x'};"
            + " valueQuantity.system; CODEINVALID",
        "'valueQuantity': {'value': 72, 'code': '{breaths}/min', UCUM};"
            + " valueQuantity.code; CODEINVALID",
        "'valueQuantity': {'value': 72, 'code': 'bpm', UCUM}; valueQuantity.code; CODEINVALID",
        "'valueQuantity': {'value': 72, 'code': 'Cel', UCUM}; valueQuantity.code; CODEINVALID",
        "'valueQuantity': {'code': '/min', UCUM}; valueQuantity.value; REQUIRED",
        "'valueQuantity': {'value': 350.1, 'code': '/min', UCUM}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': -1, 'code': '/min', UCUM}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 72.0000000000000000001, 'code': '/min', UCUM};"
            + " valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 1e299, 'code': '/min', UCUM}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 72, 'comparator': '>', 'code': '/min', UCUM};"
            + " valueQuantity.comparator; NOTSUPPORTED",
        "'dataAbsentReason': {'text': 'why'}; dataAbsentReason; INVARIANT",
        "'subject': null; subject; REQUIRED",
        "'subject': {'display': 'Iris Meadows'}; subject; VALUE",
        "'subject': {'reference': 'Group/g-1'}; subject.reference; VALUE",
        "'subject': {'reference': '#contained'}; subject.reference; VALUE",
        "'subject': {'reference': 'Patient/'}; subject.reference; VALUE",
        "'subject': {'reference': 'Patient?name=Meadows'}; subject.reference; VALUE",
        "'subject': {'reference': 'Patient?identifier=%zz'}; subject.reference; VALUE",
        "'subject': {'reference': 'Patient?identifier=urn:mrn|'}; subject.reference; VALUE",
        "'subject': {'reference': 'Patient?identifier=a&name=b'}; subject.reference; VALUE",
        "'effectiveDateTime': null; effectiveDateTime; REQUIRED",
        "'effectiveDateTime': '2026-11-23'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '2026-11'; effectiveDateTime; VALUE",
        "'effectiveDateTime': null, 'effectivePeriod': {'start': '2026-11-23T08:00:00Z'};"
            + " effectivePeriod.end; REQUIRED",
        "'effectiveDateTime': null, 'effectivePeriod': {'end': '2026-11-23'};"
            + " effectivePeriod.end; VALUE",
        "'effectiveDateTime': null, 'effectiveTiming': {'event': ['2026-11-23T08:00:00Z']};"
            + " effectiveTiming; REQUIRED",
        "'status': 'amended', 'identifier': null; identifier; REQUIRED",
        "'status': 'corrected', 'identifier': [{'system': 'urn:x'}]; identifier; REQUIRED",
        "'status': 'entered-in-error', 'identifier': null; identifier; REQUIRED"
      })
  void aPulseThatIsNotAcceptableIsRefusedWithTheElement(
      String change, String element, String code) {
    assertThat(Fhir.refused(with(PULSE, change.replace("UCUM", UCUM))))
        .extracting(Issue::expression, issue -> issue.code().name())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Observation." + element, code));
  }

  @ParameterizedTest
  @CsvSource({
    "9279-1, 121, /min",
    "9279-1, -0.1, /min",
    "2708-6, 100.1, %",
    "8480-6, 351, mm[Hg]",
    "8462-4, 301, mm[Hg]",
    "8310-5, 9.9, Cel",
    "8310-5, 50.1, Cel",
    "8310-5, 36.8, [degF]",
    "8310-5, 122.1, [degF]",
    "3151-8, -1, L/min",
    "3151-8, 101, L/min",
    "3150-6, 101, %"
  })
  void whatNoBodyHasIsRefused(String code, String value, String unit) {
    assertThat(Fhir.refused(observation(code, quantity(value, unit))))
        .extracting(Issue::expression)
        .containsExactly("Observation.valueQuantity.value");
  }

  @ParameterizedTest
  @CsvSource({
    "9279-1, {beats}/min, /min or {breaths}/min",
    "2708-6, 1, %",
    "8480-6, kPa, mm[Hg]",
    "8310-5, K, Cel or [degF]",
    "3151-8, mL/min, L/min"
  })
  void anotherUnitIsRefusedNamingTheOnesThatAreAccepted(String code, String unit, String accepted) {
    assertThat(Fhir.refused(observation(code, quantity("20", unit))))
        .extracting(Issue::diagnostics)
        .containsExactly("accepted is " + accepted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'valueCodeableConcept': {'text': 'awake'}",
        "'valueCodeableConcept': {'coding': [{'code': '248234008'}]}",
        "'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code': '1'}]}",
        "'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code':"
            + " '248234008'}, {'system': 'http://snomed.info/sct', 'code': '450847001'}]}"
      })
  void consciousnessIsOneOfFiveCodes(String value) {
    assertThat(Fhir.refused(snomed("1104441000000107", value)))
        .extracting(Issue::expression)
        .containsExactly("Observation.valueCodeableConcept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'valueInteger': 21; valueInteger",
        "'valueInteger': -1; valueInteger",
        "'valueString': '7'; valueString",
        "'valueQuantity': {'value': 7.5, 'code': '{score}', UCUM}; valueQuantity.value",
        "'valueQuantity': {'value': 7, 'code': '1', UCUM}; valueQuantity.code",
        "'valueQuantity': {'value': 7}; valueQuantity.code"
      })
  void aTotalIsAWholeNumberUpToTwenty(String value, String element) {
    assertThat(Fhir.refused(snomed("1104051000000101", value.replace("UCUM", UCUM))))
        .extracting(Issue::expression)
        .containsExactly("Observation." + element);
  }

  @Test
  void codesThatDisagreeAreRefused() {
    String both =
        "{'coding': [{'system': 'http://loinc.org', 'code': '8867-4'},"
            + " {'system': 'http://loinc.org', 'code': '9279-1'}]}";
    assertThat(Fhir.refused(with(PULSE, "'code': " + both)))
        .extracting(Issue::expression)
        .containsExactly("Observation.code");
    assertThat(
            Fhir.refused(
                observation(
                    "85353-1",
                    "'component': [{'code': " + both + ", " + quantity("20", "/min") + "}]")))
        .extracting(Issue::expression)
        .containsExactly("Observation.component[0].code");
  }

  @Test
  void theSameTwiceIsRefused() {
    String systolic = component("8480-6", quantity("120", "mm[Hg]"));
    assertThat(
            Fhir.refused(
                observation("85354-9", "'component': [" + systolic + ", " + systolic + "]")))
        .extracting(Issue::expression)
        .containsExactly("Observation.component[1]");
  }

  @Test
  void oxygenThatDoesNotFlowIsAContradiction() {
    assertThat(
            Fhir.refused(
                observation(
                    "2708-6",
                    quantity("95", "%")
                        + ", 'component': ["
                        + component("3151-8", quantity("0", "L/min"))
                        + ", "
                        + component("3150-6", quantity("40", "%"))
                        + "]")))
        .extracting(Issue::expression)
        .containsExactly("Observation.component[1]");
  }

  @Test
  void aPanelOfNothingIsRefused() {
    assertThat(Fhir.refused(observation("85354-9", "'valueString': '120/80'")))
        .extracting(Issue::expression)
        .containsExactly("Observation.component");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            Fhir.refused(
                observation(
                    "85354-9",
                    "'subject': null, 'effectiveDateTime': '2026-11-23', 'component': ["
                        + component("8480-6", quantity("400", "mm[Hg]"))
                        + ", "
                        + component("8462-4", quantity("10", "kPa"))
                        + "]")))
        .extracting(Issue::expression)
        .containsExactly(
            "Observation.subject",
            "Observation.component[0].valueQuantity.value",
            "Observation.component[1].valueQuantity.code",
            "Observation.effectiveDateTime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'code': {'coding': [{'system': 'http://loinc.org', 'code': '29463-7'}]}",
        "'code': {'coding': [{'code': '8867-4'}]}",
        "'code': {'coding': [{'system': 'http://snomed.info/sct', 'code': '8867-4'}]}",
        "'code': {'coding': [{'system': 'http://loinc.org', 'code': '80288-4'}]}",
        "'code': {'text': 'Heart rate'}"
      })
  void whatIsNoVitalSignOfOursIsNotSupported(String code) {
    ReadResult<ReadObservation> result = ObservationReader.read(understood(with(PULSE, code)));
    assertThat(result).isInstanceOf(NotSupported.class);
    assertThat(Fhir.refused(result))
        .extracting(Issue::expression, issue -> issue.code().toCode(), Issue::diagnostics)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Observation.code", "not-supported", "is not a vital sign that Vigil records"));
  }

  @Test
  void thePulseOfSomebodyElseIsNotThePatients() {
    assertThat(Fhir.refused(with(PULSE, "'focus': [{'reference': 'RelatedPerson/unborn'}]")))
        .extracting(Issue::expression)
        .containsExactly("Observation.focus");
  }

  @Test
  void noRefusalRepeatsWhatWasSent() {
    try (Logged logged = new Logged()) {
      for (ObjectNode observation : bad()) {
        assertThat(Fhir.refused(observation).toString()).doesNotContain("Meadows", "4711");
      }
      assertThat(logged.lines())
          .as("a canary, so that a deaf ear is no proof")
          .contains("heard")
          .noneMatch(line -> line.contains("Meadows") || line.contains("4711"));
    }
  }

  private static List<ObjectNode> bad() {
    return List.of(
        with(PULSE, "'valueQuantity': {'value': 4711, 'code': 'Meadows', 'system': 'Meadows'}"),
        with(PULSE, "'effectiveDateTime': 'Meadows'"),
        with(PULSE, "'status': 'Meadows'"),
        with(PULSE, "'subject': {'reference': 'Meadows', 'display': 'Meadows'}"),
        with(PULSE, "'Iris Meadows': 1"),
        with(PULSE, "'valueQuantity': 'Meadows'"),
        with(PULSE, coded("http://loinc.org", "Meadows")),
        snomed("1104441000000107", "'valueCodeableConcept': {'text': 'Meadows'}"));
  }
}
