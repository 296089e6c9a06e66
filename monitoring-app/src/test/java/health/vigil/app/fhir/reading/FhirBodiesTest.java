package health.vigil.app.fhir.reading;

import static health.vigil.app.fhir.reading.Fhir.bytes;
import static health.vigil.app.fhir.reading.Fhir.json;
import static health.vigil.app.fhir.reading.Fhir.observation;
import static health.vigil.app.fhir.reading.Fhir.quantity;
import static health.vigil.app.fhir.reading.Fhir.with;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirBodiesTest {
  private static final ObjectNode PULSE = observation("8867-4", quantity("72", "/min"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "null",
        "[]",
        "7",
        "'text'",
        "{",
        "{'resourceType': 'Observation'",
        "{'resourceType': 'Observation'} {}",
        "{'resourceType': 'Observation', 'resourceType': 'Observation'}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': 1, 'value': 2}}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': NaN}}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': Infinity}}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': 1.}}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': 007}}",
        "{'resourceType': 'Observation', 'valueQuantity': {'value': 1e99999999999}}",
        "{'resourceType': 'Observation', /* comment */ 'status': 'final'}",
        "{'resourceType': 'Observation',}",
        "<Observation xmlns='http://hl7.org/fhir'/>"
      })
  void whatIsNoJsonObjectIsUnreadable(String body) {
    Unreadable<FhirResource> unreadable = unreadable(bytes(body.replace('\'', '"')));
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.issues())
        .extracting(Issue::code, Issue::expression)
        .containsExactly(tuple(IssueType.STRUCTURE, null));
  }

  @Test
  void aThousandLevelsAreNoStackOverflow() {
    String levels = "{\"extension\":[".repeat(1000) + "]}".repeat(1000);
    assertThat(unreadable(bytes("{\"resourceType\":\"Observation\",\"extension\":[" + levels)))
        .isNotNull();
    assertThat(unreadable(bytes("[".repeat(100_000))).status()).isEqualTo(400);
    assertThat(unreadable(bytes("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}")).status())
        .isEqualTo(400);
  }

  @Test
  void aNumberOfAMillionDigitsIsNotEvenRead() {
    String digits = String.join("", Collections.nCopies(1_000_000, "9"));
    assertThat(
            unreadable(bytes("{\"resourceType\":\"Observation\",\"valueInteger\":" + digits + "}"))
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'note': [{'text': 'LONG'}]",
        "'code': {'coding': [{'code': 'LONG'}]}",
        "'issued': 'LONG'",
        "'effectiveDateTime': 'LONG'",
        "'subject': {'reference': 'Patient?identifier=LONG'}",
        "'extension': [{'url': 'urn:a', 'valueOid': 'urn:oid:1LONG'}]",
        "'extension': [{'url': 'urn:a', 'valueBase64Binary': 'LONG'}]",
        "'extension': [{'url': 'urn:a', 'valueUuid': 'urn:uuid:LONG'}]"
      })
  void textsAsLongAsABodyAreNoStackOverflow(String change) {
    for (String part : new String[] {"a ", ".1", "1", "aaaa", "|"}) {
      String body = with(PULSE, change).toString().replace("LONG", part.repeat(400_000) + "z");
      Parsed<FhirResource> parsed = new FhirBodies().observation(bytes(body));
      if (parsed instanceof Understood<FhirResource> understood) {
        assertThat(ObservationReader.read(understood.value())).isNotNull();
      }
    }
  }

  @Test
  void whatIsNotUtf8IsUnreadable() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes("{\"resourceType\":\"Observation\",\"language\":\""));
    body.write(0xC3);
    body.writeBytes(bytes("\"}"));
    assertThat(unreadable(body.toByteArray()).issues())
        .extracting(Issue::diagnostics)
        .containsExactly("the body is not UTF-8");
    assertThat(unreadable(PULSE.toString().getBytes(StandardCharsets.UTF_16)).status())
        .isEqualTo(400);
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(new FhirBodies().observation(bytes("\uFEFF" + PULSE)))
        .isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'valuequantity': {'value': 1}; valuequantity; STRUCTURE",
        "'values': 1; values; STRUCTURE",
        "'value': 1; value; STRUCTURE",
        "'_valueQuantity': {'id': 'a'}; _valueQuantity; STRUCTURE",
        "'fhir_comments': ['a']; ; STRUCTURE",
        "'valueQuantity': {'value': 72, 'Unit': '/min'}; valueQuantity.Unit; STRUCTURE",
        "'valueQuantity': {'value': '72'}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': true}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': [72]}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': {}}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 1e301}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 1e-301}; valueQuantity.value; VALUE",
        "'valueQuantity': {'value': 1e999999999}; valueQuantity.value; VALUE",
        "'valueQuantity': {'code': 72}; valueQuantity.code; VALUE",
        "'valueQuantity': {'comparator': '='}; valueQuantity.comparator; CODEINVALID",
        "'valueQuantity': {'code': ''}; valueQuantity.code; VALUE",
        "'valueQuantity': {'code': ' a'}; valueQuantity.code; VALUE",
        "'valueQuantity': {'code': 'a  b'}; valueQuantity.code; VALUE",
        "'valueQuantity': {'code': null}; valueQuantity.code; VALUE",
        "'valueQuantity': {}; valueQuantity; STRUCTURE",
        "'valueQuantity': []; valueQuantity; STRUCTURE",
        "'valueQuantity': 72; valueQuantity; STRUCTURE",
        "'valueString': 'a'; valueString; STRUCTURE",
        "'status': 'finished'; status; CODEINVALID",
        "'status': 1; status; VALUE",
        "'status': null; status; REQUIRED",
        "'code': null; code; REQUIRED",
        "'code': []; code; STRUCTURE",
        "'code': {'coding': {'code': 'a'}}; code.coding; STRUCTURE",
        "'code': {'coding': []}; code.coding; STRUCTURE",
        "'code': {'coding': [null]}; code.coding[0]; STRUCTURE",
        "'code': {'coding': [{'userSelected': 'true'}]}; code.coding[0].userSelected; VALUE",
        "'identifier': {'value': 'a'}; identifier; STRUCTURE",
        "'effectiveDateTime': '2026-02-30T08:00:00Z'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '2026-11-23T08:00:00'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '2026-11-23T08:00Z'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '2026-11-23T24:00:00Z'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '2026-13-01'; effectiveDateTime; VALUE",
        "'effectiveDateTime': '23.11.2026'; effectiveDateTime; VALUE",
        "'effectiveDateTime': 1795420800; effectiveDateTime; VALUE",
        "'issued': '2026-11-23'; issued; VALUE",
        "'component': {'code': {'text': 'a'}}; component; STRUCTURE",
        "'component': [{'valueInteger': 1}]; component[0].code; REQUIRED",
        "'component': [{'code': {'text': 'a'}, 'valueInteger': 1.5}];"
            + " component[0].valueInteger; VALUE",
        "'component': [{'code': {'text': 'a'}, 'valueInteger': 2147483648}];"
            + " component[0].valueInteger; VALUE",
        "'extension': [{'valueString': 'a'}]; extension[0].url; REQUIRED",
        "'extension': [{'url': 'urn:a', 'valueTeapot': 'a'}]; extension[0].valueTeapot; STRUCTURE",
        "'_status': {'value': 'a'}; _status.value; STRUCTURE",
        "'_status': {}; _status; STRUCTURE",
        "'_status': 'a'; _status; STRUCTURE",
        "'note': [{'text': 'a\\u0000b'}]; note[0].text; VALUE",
        "'subject': {'reference': 'a b'}; subject.reference; NONE",
        "'meta': {'profile': ['a b']}; meta.profile[0]; VALUE"
      })
  void whatR4DoesNotHaveIsRefusedWithTheElement(String change, String element, String code) {
    Parsed<FhirResource> parsed = new FhirBodies().observation(bytes(with(PULSE, change)));
    if (code.equals("NONE")) {
      assertThat(parsed).isInstanceOf(Understood.class);
      return;
    }
    assertThat(parsed).isInstanceOf(Unreadable.class);
    Unreadable<FhirResource> unreadable = (Unreadable<FhirResource>) parsed;
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.issues())
        .extracting(Issue::expression, issue -> issue.code().name())
        .containsExactly(tuple(element == null ? "Observation" : "Observation." + element, code));
  }

  @Test
  void halfACharacterIsNoText() {
    String half = with(PULSE, "'note': [{'text': 'HALF'}]").toString().replace("HALF", "\\ud800");
    assertThat(unreadable(bytes(half)).issues())
        .extracting(Issue::expression)
        .containsExactly("Observation.note[0].text");
  }

  @Test
  void whatMustBeUnderstoodAndIsNotIsRefused() {
    assertThat(unreadable(bytes(with(PULSE, "'implicitRules': 'urn:rules'"))))
        .returns(422, Unreadable::status);
    assertThat(
            unreadable(
                    bytes(
                        with(
                            PULSE,
                            "'modifierExtension': [{'url': 'urn:not', 'valueBoolean': true}]")))
                .issues())
        .extracting(Issue::expression, Issue::code)
        .containsExactly(tuple("Observation.modifierExtension", IssueType.EXTENSION));
  }

  @Test
  void extensionsAndNarrativesAndContainedResourcesAreNotRead() {
    ObjectNode rich =
        with(
            PULSE,
            "'text': {'status': 'generated', 'div': '<div>not <b>closed</div>'},"
                + " 'contained': [{'resourceType': 'Teapot'}],"
                + " 'extension': [{'url': 'urn:a', 'valueQuantity': {'value': 1.0}}],"
                + " '_status': {'extension': [{'url': 'urn:a', 'valueString': 'a'}]},"
                + " 'device': {'reference': '#d'}");
    Observation read = (Observation) Fhir.understood(rich).resource();
    assertThat(read.hasContained()).isFalse();
    assertThat(read.hasText()).isFalse();
  }

  @Test
  void aNumberKeepsTheDigitsThatWereSent() {
    Observation read =
        (Observation) Fhir.understood(observation("8310-5", quantity("36.600", "Cel"))).resource();
    assertThat(read.getValueQuantity().getValue()).isEqualTo("36.600");
  }

  @Test
  void aBodyOfAnotherTypeIsRefusedBeforeHapiSeesIt() {
    for (String type : new String[] {"Patient", "Bundle", "Teapot", "Encounter"}) {
      assertThat(unreadable(bytes("{\"resourceType\":\"" + type + "\"}")))
          .returns(400, Unreadable::status);
    }
    assertThat(unreadable(bytes("{\"resourceType\":7}")).issues())
        .extracting(Issue::expression)
        .containsExactly("Observation.resourceType");
  }

  @Test
  void eachResourceOfABundleIsReadForItself() {
    BundleBody bundle =
        bundle(
            "'type': 'batch'",
            entry(PULSE),
            entry(with(PULSE, "'status': 'finished'")),
            entry(json("{'resourceType': 'Encounter', 'what': 1}")),
            "{'fullUrl': 'urn:uuid:8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11', 'request': {'method':"
                + " 'POST', 'url': 'Patient', 'ifNoneExist': 'identifier=urn:mrn|1'}, 'resource':"
                + " {'resourceType': 'Patient'}}",
            "{'request': {'method': 'DELETE', 'url': 'Patient/1'}}",
            "{'resource': " + PULSE + "}");
    assertThat(bundle.kind()).isEqualTo(BundleBody.Kind.BATCH);
    assertThat(bundle.entries()).hasSize(6);
    assertThat(bundle.entries().get(0).resource()).isInstanceOf(Understood.class);
    assertThat(issues(bundle, 1))
        .returns(400, Unreadable::status)
        .extracting(unreadable -> unreadable.issues().get(0).expression())
        .isEqualTo("Bundle.entry[1].resource.status");
    assertThat(issues(bundle, 2))
        .returns(404, Unreadable::status)
        .extracting(unreadable -> unreadable.issues().get(0).expression())
        .isEqualTo("Bundle.entry[2].resource.resourceType");
    BundleEntry patient = bundle.entries().get(3);
    assertThat(patient.fullUrl()).startsWith("urn:uuid:");
    assertThat(requireNonNull(patient.request()).getIfNoneExist())
        .isEqualTo("identifier=urn:mrn|1");
    assertThat(bundle.entries().get(4).resource()).isNull();
    assertThat(requireNonNull(bundle.entries().get(4).request()).getMethod())
        .isEqualTo(HTTPVerb.DELETE);
    assertThat(bundle.entries().get(5).request()).isNull();
    assertThat(bundle.entries().get(5).resource()).isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'type': 'collection'; 422; Bundle.type",
        "'type': 'heap'; 400; Bundle.type",
        "'total': 1; 400; Bundle.type",
        "'type': 'batch', 'entry': {}; 400; Bundle.entry",
        "'type': 'batch', 'entry': [null]; 400; Bundle.entry[0]",
        "'type': 'batch', 'entry': [{}]; 400; Bundle.entry[0]",
        "'type': 'batch', 'entry': [{'resource': 'a'}]; 400; Bundle.entry[0].resource",
        "'type': 'batch', 'entry': [{'resource': null}]; 400; Bundle.entry[0].resource",
        "'type': 'batch', 'entry': [{'request': {'method': 'STEAL', 'url': 'a'}}]; 400;"
            + " Bundle.entry[0].request.method",
        "'type': 'batch', 'entry': [{'request': {'method': 'POST'}}]; 400;"
            + " Bundle.entry[0].request.url",
        "'type': 'batch', 'things': []; 400; Bundle.things"
      })
  void aBundleThatIsNoneIsRefusedAsAWhole(String fields, int status, String element) {
    Parsed<BundleBody> parsed =
        new FhirBodies().bundle(bytes(json("{'resourceType': 'Bundle', " + fields + "}")));
    assertThat(parsed).isInstanceOf(Unreadable.class);
    Unreadable<BundleBody> unreadable = (Unreadable<BundleBody>) parsed;
    assertThat(unreadable.status()).isEqualTo(status);
    assertThat(unreadable.issues()).extracting(Issue::expression).containsExactly(element);
  }

  @Test
  void aBundleMayBeEmpty() {
    assertThat(bundle("'type': 'transaction'").entries()).isEmpty();
  }

  @Test
  void noMoreThanFiftyMistakesAreTold() {
    String many = String.join(", ", Collections.nCopies(1000, "{'text': 1}"));
    assertThat(unreadable(bytes(with(PULSE, "'note': [" + many + "]"))).issues()).hasSize(50);
  }

  private static Unreadable<FhirResource> unreadable(byte[] body) {
    Parsed<FhirResource> parsed = new FhirBodies().observation(body);
    assertThat(parsed).isInstanceOf(Unreadable.class);
    return (Unreadable<FhirResource>) parsed;
  }

  private static BundleBody bundle(String fields, String... entries) {
    String list = entries.length == 0 ? "" : ", 'entry': [" + String.join(", ", entries) + "]";
    Parsed<BundleBody> parsed =
        new FhirBodies().bundle(bytes(json("{'resourceType': 'Bundle', " + fields + list + "}")));
    assertThat(parsed).isInstanceOf(Understood.class);
    return ((Understood<BundleBody>) parsed).value();
  }

  private static String entry(ObjectNode resource) {
    return "{'resource': " + resource + ", 'request': {'method': 'POST', 'url': 'Observation'}}";
  }

  private static Unreadable<FhirResource> issues(BundleBody bundle, int entry) {
    Parsed<FhirResource> parsed = requireNonNull(bundle.entries().get(entry).resource());
    assertThat(parsed).isInstanceOf(Unreadable.class);
    return (Unreadable<FhirResource>) parsed;
  }
}
