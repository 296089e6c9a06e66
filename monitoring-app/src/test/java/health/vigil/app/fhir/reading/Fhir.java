package health.vigil.app.fhir.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import health.vigil.app.fhir.reading.ReadResult.NotSupported;
import health.vigil.app.fhir.reading.ReadResult.Read;
import health.vigil.app.fhir.reading.ReadResult.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Resources to read; JSON is written with single quotes here. */
final class Fhir {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String OBSERVATION =
      """
      {'resourceType': 'Observation', 'status': 'final',
       'identifier': [{'system': 'urn:example:device', 'value': 'm-1'}],
       'subject': {'reference': 'Patient/p-1'},
       'effectiveDateTime': '2026-11-23T09:00:00+01:00'}
      """;

  private Fhir() {}

  static ObjectNode json(String quoted) {
    try {
      return (ObjectNode) MAPPER.readTree(quoted.replace('\'', '"'));
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException(noJson);
    }
  }

  /** A whole Observation of a LOINC code, with more fields; a field that is null is left out. */
  static ObjectNode observation(String loinc, String more) {
    return with(with(json(OBSERVATION), coded("http://loinc.org", loinc)), more);
  }

  static ObjectNode snomed(String code, String more) {
    return with(with(json(OBSERVATION), coded("http://snomed.info/sct", code)), more);
  }

  static String coded(String system, String code) {
    return "'code': {'coding': [{'system': '" + system + "', 'code': '" + code + "'}]}";
  }

  static String quantity(String value, String unit) {
    return "'valueQuantity': {'value': "
        + value
        + ", 'system': 'http://unitsofmeasure.org', 'code': '"
        + unit
        + "'}";
  }

  static String component(String loinc, String value) {
    return "{" + coded("http://loinc.org", loinc) + ", " + value + "}";
  }

  static ObjectNode with(ObjectNode resource, String fields) {
    ObjectNode changed = resource.deepCopy();
    changed.setAll(json("{" + fields + "}"));
    List<String> left =
        changed
            .propertyStream()
            .filter(field -> field.getValue().isNull())
            .map(java.util.Map.Entry::getKey)
            .toList();
    return changed.remove(left);
  }

  static byte[] bytes(Object json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Parsed<FhirResource> parse(ObjectNode observation) {
    return new FhirBodies().observation(bytes(observation));
  }

  static FhirResource understood(ObjectNode observation) {
    Parsed<FhirResource> parsed = parse(observation);
    assertThat(parsed).isInstanceOf(Understood.class);
    return ((Understood<FhirResource>) parsed).value();
  }

  static ReadObservation read(ObjectNode observation) {
    ReadResult<ReadObservation> result = ObservationReader.read(understood(observation));
    assertThat(result).isInstanceOf(Read.class);
    return ((Read<ReadObservation>) result).value();
  }

  /** What an Observation is refused for, whoever refuses it. */
  static List<Issue> refused(ObjectNode observation) {
    return parse(observation) instanceof Unreadable<FhirResource> unreadable
        ? unreadable.issues()
        : refused(ObservationReader.read(understood(observation)));
  }

  static <T> List<Issue> refused(ReadResult<T> result) {
    if (result instanceof NotSupported<T> notSupported) {
      return List.of(notSupported.issue());
    }
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused<T>) result).issues();
  }
}
