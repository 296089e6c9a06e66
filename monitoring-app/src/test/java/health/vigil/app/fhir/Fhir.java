package health.vigil.app.fhir;

import static org.hamcrest.Matchers.is;

import health.vigil.app.Api;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** FHIR as a client sends it. */
final class Fhir {
  private static final String TYPE = "application/fhir+json";

  private Fhir() {}

  /**
   * The answer to an entry.
   *
   * @param location empty when there is none
   */
  record Answer(String status, String location, JsonPath bundle, int index) {
    static Answer of(int index, JsonPath bundle) {
      String response = "entry[" + index + "].response.";
      String location = bundle.getString(response + "location");
      return new Answer(
          bundle.getString(response + "status"), location == null ? "" : location, bundle, index);
    }

    boolean hasOutcome() {
      return bundle.get(at()) != null;
    }

    JsonPath outcome() {
      return new JsonPath(bundle.prettify()).setRootPath(at());
    }

    private String at() {
      return "entry[" + index + "].response.outcome";
    }
  }

  static Response post(String path, Object body) {
    return RestAssured.given().contentType(TYPE).body(body).post("/fhir/R4" + path);
  }

  /** The answers to the entries of a batch. */
  static List<Answer> batch(Map<?, ?>... entries) {
    return entries("batch", Arrays.asList(entries));
  }

  static List<Answer> transaction(Map<?, ?>... entries) {
    return entries("transaction", Arrays.asList(entries));
  }

  static List<Answer> entries(String type, List<? extends Map<?, ?>> entries) {
    JsonPath answer =
        post("", bundle(type, entries))
            .then()
            .statusCode(200)
            .contentType(TYPE)
            .body("type", is(type + "-response"))
            .extract()
            .jsonPath();
    return answers(entries.size(), answer);
  }

  static List<Answer> answers(int entries, JsonPath bundle) {
    return IntStream.range(0, entries).mapToObj(index -> Answer.of(index, bundle)).toList();
  }

  static JsonPath refusedTransaction(int status, Map<?, ?>... entries) {
    return post("", bundle("transaction", Arrays.asList(entries)))
        .then()
        .statusCode(status)
        .contentType(TYPE)
        .body("resourceType", is("OperationOutcome"))
        .extract()
        .jsonPath();
  }

  static Map<String, Object> bundle(String type, List<? extends Map<?, ?>> entries) {
    return Map.of("resourceType", "Bundle", "type", type, "entry", entries);
  }

  /** An entry that creates the resource. */
  static Map<String, Object> create(Map<String, Object> resource) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("resource", resource);
    entry.put("request", Map.of("method", "POST", "url", resource.get("resourceType")));
    return entry;
  }

  static Map<String, Object> create(String fullUrl, Map<String, Object> resource) {
    Map<String, Object> entry = create(resource);
    entry.put("fullUrl", fullUrl);
    return entry;
  }

  static Map<String, Object> patient(String mrn) {
    Map<String, Object> patient = new LinkedHashMap<>();
    patient.put("resourceType", "Patient");
    patient.put("identifier", List.of(identifier("urn:mrn", mrn)));
    patient.put("name", List.of(Map.of("family", "Meadows", "given", List.of("Iris"))));
    patient.put("birthDate", "1950-05-17");
    patient.put("gender", "female");
    return patient;
  }

  static Map<String, Object> identifier(String system, String value) {
    return Map.of("system", system, "value", value);
  }

  static Map<String, Object> byId(String patient) {
    return Map.of("reference", "Patient/" + patient);
  }

  static Map<String, Object> respiration(Map<?, ?> subject, Instant at, int value) {
    return quantity(subject, at, "9279-1", value, "/min");
  }

  static Map<String, Object> pulse(Map<?, ?> subject, Instant at, int value) {
    return quantity(subject, at, "8867-4", value, "/min");
  }

  static Map<String, Object> saturation(Map<?, ?> subject, Instant at, int value) {
    return quantity(subject, at, "2708-6", value, "%");
  }

  static Map<String, Object> temperature(Map<?, ?> subject, Instant at, String value) {
    return quantity(subject, at, "8310-5", new BigDecimal(value), "Cel");
  }

  static Map<String, Object> flow(Map<?, ?> subject, Instant at, int value) {
    return quantity(subject, at, "3151-8", value, "L/min");
  }

  static Map<String, Object> bloodPressure(
      Map<?, ?> subject, Instant at, int systolic, int diastolic) {
    Map<String, Object> panel = observation(subject, at, loinc("85354-9"));
    panel.put(
        "component",
        List.of(
            Map.of("code", loinc("8480-6"), "valueQuantity", value(systolic, "mm[Hg]")),
            Map.of("code", loinc("8462-4"), "valueQuantity", value(diastolic, "mm[Hg]"))));
    return panel;
  }

  static Map<String, Object> alert(Map<?, ?> subject, Instant at) {
    Map<String, Object> level = observation(subject, at, snomed("1104441000000107"));
    level.put("valueCodeableConcept", snomed("248234008"));
    return level;
  }

  static Map<String, Object> news2(Map<?, ?> subject, Instant at, int total) {
    Map<String, Object> score = observation(subject, at, snomed("1104051000000101"));
    score.put("valueQuantity", value(total, "{score}"));
    return score;
  }

  /** Seven messages of somebody well: a whole set. */
  static List<Map<String, Object>> well(Map<?, ?> subject, Instant at) {
    return new ArrayList<>(
        List.of(
            respiration(subject, at, 16),
            saturation(subject, at, 97),
            flow(subject, at, 0),
            bloodPressure(subject, at, 120, 75),
            pulse(subject, at, 72),
            alert(subject, at),
            temperature(subject, at, "36.8")));
  }

  static Map<String, Object> with(Map<String, Object> resource, String element, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(resource);
    changed.put(element, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> resource, String element) {
    Map<String, Object> changed = new LinkedHashMap<>(resource);
    changed.remove(element);
    return changed;
  }

  static Map<String, Object> quantity(
      Map<?, ?> subject, Instant at, String code, Number number, String unit) {
    Map<String, Object> observation = observation(subject, at, loinc(code));
    observation.put("valueQuantity", value(number, unit));
    return observation;
  }

  static Map<String, Object> observation(Map<?, ?> subject, Instant at, Map<?, ?> code) {
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("resourceType", "Observation");
    observation.put("identifier", List.of(identifier("urn:monitor", Api.unique("o"))));
    observation.put("status", "final");
    observation.put("code", code);
    observation.put("subject", subject);
    observation.put("effectiveDateTime", at.toString());
    return observation;
  }

  static Map<String, Object> value(Number number, String unit) {
    return Map.of("value", number, "system", "http://unitsofmeasure.org", "code", unit);
  }

  private static Map<String, Object> loinc(String code) {
    return Map.of("coding", List.of(Map.of("system", "http://loinc.org", "code", code)));
  }

  private static Map<String, Object> snomed(String code) {
    return Map.of("coding", List.of(Map.of("system", "http://snomed.info/sct", "code", code)));
  }
}
