package health.vigil.app.fhir.reading;

import static health.vigil.app.fhir.reading.Fhir.observation;
import static health.vigil.app.fhir.reading.Fhir.quantity;
import static health.vigil.app.fhir.reading.Fhir.read;
import static health.vigil.app.fhir.reading.Fhir.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.SourceKey.ByContent;
import health.vigil.app.fhir.reading.SourceKey.ByIdentifier;
import health.vigil.app.fhir.reading.SubjectReference.ByFullUrl;
import health.vigil.app.fhir.reading.SubjectReference.ById;
import health.vigil.patient.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationIdentityTest {
  private static final ObjectNode PULSE = observation("8867-4", quantity("72", "/min"));
  private static final ObjectNode NAMELESS = with(PULSE, "'identifier': null");

  @Test
  void theIdentifierIsTheMessage() {
    assertThat(read(PULSE).source()).isEqualTo(new ByIdentifier("urn:example:device", "m-1"));
    assertThat(read(with(PULSE, "'identifier': [{'value': 'm-1'}]")).source())
        .isEqualTo(new ByIdentifier(null, "m-1"));
  }

  @Test
  void theOrderOfIdentifiersMakesNoOtherMessage() {
    String one = "{'system': 'urn:a', 'value': '1'}";
    String other = "{'system': 'urn:b', 'value': '2'}";
    assertThat(read(with(PULSE, "'identifier': [" + one + ", " + other + "]")).source())
        .isEqualTo(read(with(PULSE, "'identifier': [" + other + ", " + one + "]")).source())
        .isEqualTo(new ByIdentifier("urn:a", "1"));
    assertThat(
            read(with(
                    PULSE,
                    "'identifier': ["
                        + one
                        + ", {'use': 'official', 'system': 'urn:c', 'value': '3'},"
                        + " {'use': 'old', 'value': '4'}]"))
                .source())
        .isEqualTo(new ByIdentifier("urn:c", "3"));
  }

  @Test
  void twoSystemsAreTwoMessages() {
    assertThat(new ByIdentifier("urn:a", "b|c").value())
        .isNotEqualTo(new ByIdentifier("urn:a|b", "c").value());
    assertThat(new ByIdentifier(null, "0||a").value())
        .isNotEqualTo(new ByIdentifier("", "a").value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'id': 'another'",
        "'status': 'preliminary'",
        "'status': 'unknown'",
        "'meta': {'lastUpdated': '2026-11-23T09:00:01Z'}",
        "'text': {'status': 'generated', 'div': '<div>words</div>'}",
        "'valueQuantity': {'code': '/min', 'system': 'http://unitsofmeasure.org', 'value': 72.0}",
        "'valueQuantity': {'code': '/min', 'system': 'http://unitsofmeasure.org', 'value': 7.2E1}"
      })
  void withoutIdentifierTheSameContentIsTheSameMessage(String change) {
    assertThat(read(NAMELESS).source()).isInstanceOf(ByContent.class);
    assertThat(read(with(NAMELESS, change)).source()).isEqualTo(read(NAMELESS).source());
    assertThat(read(with(NAMELESS, change)).content()).isEqualTo(read(NAMELESS).content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'subject': {'reference': 'Patient/p-2'}",
        "'status': 'corrected'",
        "'effectiveDateTime': '2026-11-23T09:00:01+01:00'",
        "'valueQuantity': {'code': '/min', 'system': 'http://unitsofmeasure.org', 'value': 72.1}",
        "'device': {'reference': 'Device/2'}"
      })
  void otherContentIsAnotherMessage(String change) {
    assertThat(Fhir.understood(with(NAMELESS, change)).content())
        .isNotEqualTo(Fhir.understood(NAMELESS).content());
    assertThat(read(with(PULSE, change)).source()).isEqualTo(read(PULSE).source());
    assertThat(read(with(PULSE, change)).content()).isNotEqualTo(read(PULSE).content());
  }

  @Test
  void thePatientIsNamedInOneOfFourWays() {
    assertThat(subject("{'reference': 'Patient/p-1'}")).isEqualTo(new ById(new PatientId("p-1")));
    assertThat(subject("{'reference': 'Patient/p-1/_history/3'}"))
        .isEqualTo(new ById(new PatientId("p-1")));
    assertThat(subject("{'reference': 'Patient?identifier=urn:mrn%7C4711%20A'}"))
        .isEqualTo(new SubjectReference.ByIdentifier("urn:mrn", "4711 A"));
    assertThat(subject("{'reference': 'Patient?identifier=urn:mrn|4711'}"))
        .isEqualTo(new SubjectReference.ByIdentifier("urn:mrn", "4711"));
    assertThat(subject("{'reference': 'Patient?identifier=4711'}"))
        .isEqualTo(new SubjectReference.ByIdentifier(null, "4711"));
    assertThat(subject("{'identifier': {'system': 'urn:mrn', 'value': '4711'}}"))
        .isEqualTo(new SubjectReference.ByIdentifier("urn:mrn", "4711"));
    assertThat(subject("{'identifier': {'value': '4711'}, 'display': 'Iris Meadows'}"))
        .isEqualTo(new SubjectReference.ByIdentifier(null, "4711"));
    String urn = "urn:uuid:8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11";
    assertThat(subject("{'reference': '" + urn + "'}")).isEqualTo(new ByFullUrl(urn));
    assertThat(subject("{'reference': 'https://ehr.example/Patient/7'}"))
        .isEqualTo(new ByFullUrl("https://ehr.example/Patient/7"));
  }

  @Test
  void nothingOfItIsInWhatIsPrinted() {
    ReadObservation read =
        read(
            with(
                PULSE,
                "'subject': {'identifier': {'system': 'urn:mrn', 'value': 'MRN-4711'},"
                    + " 'display': 'Iris Meadows'}, 'note': [{'text': 'a secret'}]"));
    assertThat(read.subject()).isInstanceOf(SubjectReference.ByIdentifier.class);
    assertThat(
            read
                + " "
                + read.subject()
                + " "
                + read.source()
                + " "
                + Fhir.understood(PULSE)
                + new ByFullUrl("https://ehr.example/Iris"))
        .doesNotContain("4711", "Iris", "secret", "m-1", "72");
  }

  private static SubjectReference subject(String subject) {
    return read(with(PULSE, "'subject': " + subject)).subject();
  }
}
