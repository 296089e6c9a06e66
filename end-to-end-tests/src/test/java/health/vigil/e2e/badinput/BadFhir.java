package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** FHIR that is refused; the field is the element that the OperationOutcome names. */
final class BadFhir {
  private static final String MARKER = Values.MARKER;

  private BadFhir() {}

  static Stream<Refused> requests() {
    return Stream.of(
        observation("JSON that breaks off", 400, "", "{\"resourceType\": \"Observation\""),
        observation("no JSON", 400, "", "<Observation/>"),
        observation("nothing", 400, "", ""),
        observation("not UTF-8", 400, "", "").of(new byte[] {'{', '"', (byte) 0xff, '"', '}'}),
        observation(
            "a field twice", 400, "", with("\"status\":", "\"status\":\"final\",\"status\":")),
        observation("NaN", 400, "", with("36.8", "NaN")),
        observation("1,000 levels", 400, "", with("36.8", "[".repeat(1_000) + "]".repeat(1_000))),
        observation("a list", 400, "", "[]"),
        observation("no resource type", 400, "Observation.resourceType", with("Observation", "")),
        observation(
            "unknown field",
            400,
            "Observation.shoeSize",
            with("\"status\"", "\"shoeSize\":1,\"status\"")),
        observation(
            "a text for a number",
            400,
            "Observation.valueQuantity.value",
            with("36.8", "\"" + MARKER + "\"")),
        observation("huge number", 400, "Observation.valueQuantity.value", with("36.8", "1e99999")),
        observation(
            "beyond the body", 422, "Observation.valueQuantity.value", with("36.8", "50.1")),
        observation(
            "unknown unit",
            422,
            "Observation.valueQuantity.code",
            with("\"Cel\"", "\"" + MARKER + "\"")),
        observation("unknown code", 422, "Observation.code", with("8310-5", "72514-3")),
        observation("unknown status", 400, "Observation.status", with("final", MARKER)),
        observation("unknown patient", 422, "Observation.subject", with("{admitted}", "nobody")),
        observation("a day for a time", 422, "Observation.effectiveDateTime", at("2026-11-23")),
        observation(
            "6 minutes ahead",
            422,
            "Observation.effectiveDateTime",
            at(Instant.now().plusSeconds(360).toString())),
        observation(
            "before birth", 422, "Observation.effectiveDateTime", at("1857-03-04T00:00:00Z")),
        observation(
            "another resource", 400, "Observation.resourceType", "{\"resourceType\":\"Claim\"}"),
        observation("another media type", 415, "", temperature())
            .with("Content-Type", "text/plain"),
        observation("XML", 415, "", "<a/>").with("Content-Type", "application/fhir+xml"),
        bundle("too long", 413, "", "x".repeat(1_100_000)),
        bundle("a collection", 422, "Bundle.type", entries("collection", temperature())),
        bundle(
            "a transaction with one bad entry",
            422,
            "Bundle.entry[1].resource.valueQuantity.code",
            entries("transaction", temperature(), with("\"Cel\"", "\"K\""))));
  }

  private static Refused observation(String what, int status, String element, String body) {
    return request("FHIR: " + what, status, element, "/fhir/R4/Observation", body);
  }

  private static Refused bundle(String what, int status, String element, String body) {
    return request("FHIR Bundle: " + what, status, element, "/fhir/R4", body);
  }

  private static Refused request(
      String what, int status, String element, String path, String body) {
    return new Refused(
        what,
        status,
        "",
        element,
        "POST",
        path,
        Map.of("Content-Type", "application/fhir+json"),
        body.getBytes(UTF_8));
  }

  private static String entries(String type, String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries
          .append(entries.isEmpty() ? "" : ",")
          .append("{\"request\":{\"method\":\"POST\",\"url\":\"Observation\"},\"resource\":")
          .append(resource)
          .append('}');
    }
    return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}";
  }

  private static String at(String time) {
    return temperature().replaceFirst("Time\":\"[^\"]*", "Time\":\"" + time);
  }

  private static String with(String part, String other) {
    return temperature().replace(part, other);
  }

  private static String temperature() {
    return """
        {"resourceType":"Observation","status":"final",
         "identifier":[{"system":"urn:example:thermometer","value":"%s-1"}],
         "code":{"coding":[{"system":"http://loinc.org","code":"8310-5"}]},
         "subject":{"reference":"Patient/{admitted}"},
         "effectiveDateTime":"%s",
         "valueQuantity":{"value":36.8,"system":"http://unitsofmeasure.org","code":"Cel"}}
        """
        .formatted(MARKER, Instant.now());
  }
}
