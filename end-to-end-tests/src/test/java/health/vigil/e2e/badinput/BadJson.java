package health.vigil.e2e.badinput;

import static health.vigil.e2e.badinput.Refused.post;
import static health.vigil.e2e.badinput.Refused.put;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.stream.Stream;

/** Requests of the API that are refused. */
final class BadJson {
  private static final String MARKER = Values.MARKER;
  private static final String PLAN = "{\"spo2Scale\":2,\"reason\":\"" + MARKER + "\"}";

  private BadJson() {}

  static Stream<Refused> requests() {
    String sets = "/patients/{admitted}/observations";
    String register = "/patients";
    return Stream.of(
        post("JSON that breaks off", 400, "malformed-request", "", sets, "{\"pulse\": 7"),
        post("no JSON", 400, "malformed-request", "", sets, "pulse=72"),
        post("nothing", 400, "malformed-request", "", sets, ""),
        post("a list", 400, "malformed-request", "", sets, "[]"),
        post("text after the end", 400, "malformed-request", "", sets, set("") + set("")),
        post("a field twice", 400, "malformed-request", "", sets, set("\"pulse\":1,\"pulse\":2")),
        post("unknown field", 400, "malformed-request", "puls", sets, set("\"puls\":72")),
        post("text for a number", 400, "malformed-request", "pulse", sets, set("\"pulse\":\"72\"")),
        post("a number for a text", 400, "malformed-request", "mrn", register, "{\"mrn\":7}"),
        post("NaN", 400, "malformed-request", "", sets, set("\"pulse\":NaN")),
        post("infinity", 400, "malformed-request", "", sets, set("\"pulse\":-Infinity")),
        post("huge number", 422, "invalid-value", "pulse", sets, set("\"pulse\":1e999999")),
        post("endless number", 400, "malformed-request", "", sets, number("9".repeat(5_000))),
        post("tiny number", 422, "invalid-value", "pulse", sets, set("\"pulse\":1e-999999")),
        post("beyond the body", 422, "invalid-value", "pulse", sets, set("\"pulse\":351")),
        post("below zero", 422, "invalid-value", "pulse", sets, set("\"pulse\":-1")),
        post(
            "1,000 objects deep",
            400,
            "malformed-request",
            "device",
            sets,
            deep("{\"a\":", "1", "}")),
        post("1,000 lists deep", 400, "malformed-request", "device", sets, deep("[", "", "]")),
        post(
            "too long",
            413,
            "body-too-large",
            "",
            sets,
            set("\"device\":\"" + "x".repeat(70_000) + "\"")),
        post("not UTF-8", 400, "malformed-request", "device", sets, "")
            .of("{\"device\":\"Qwxyzzy\u00e4\"}".getBytes(ISO_8859_1)),
        post("another media type", 415, "unsupported-media-type", "", sets, set(""))
            .with("Content-Type", "text/plain"),
        post("XML", 415, "unsupported-media-type", "", sets, "<a/>")
            .with("Content-Type", "application/xml"),
        post("an answer in XML", 406, "not-acceptable", "", sets, set(""))
            .with("Accept", "application/xml"),
        post("6 minutes ahead", 422, "invalid-value", "measuredAt", sets, at(360)),
        post("before birth", 422, "invalid-value", "measuredAt", sets, at("1857-03-04T00:00:00Z")),
        post("no time", 422, "invalid-value", "measuredAt", sets, "{\"pulse\":72}"),
        post("a day for a time", 422, "invalid-value", "measuredAt", sets, at("2026-11-23")),
        post(
            "a time that never was",
            422,
            "invalid-value",
            "measuredAt",
            sets,
            at("2026-02-30T08:00:00Z")),
        post(
            "unknown consciousness",
            422,
            "invalid-value",
            "consciousness",
            sets,
            set("\"consciousness\":\"" + MARKER + "\"")),
        post(
            "on air with a flow",
            422,
            "invalid-value",
            "supplementalOxygen",
            sets,
            set("\"supplementalOxygen\":false,\"oxygenFlow\":2")),
        post("key with a blank", 422, "invalid-value", "Idempotency-Key", sets, set(""))
            .with("Idempotency-Key", "two words"),
        post(
            "message id of another set",
            422,
            "key-reused",
            "",
            sets,
            set("\"pulse\":99,\"messageId\":\"known-message\"")),
        post(
            "unknown patient",
            404,
            "patient-not-found",
            "",
            "/patients/" + MARKER + "/observations",
            set("")),
        post(
            "unknown patient in bed",
            404,
            "patient-not-found",
            "",
            "/patients/nobody/admission",
            bed("9")),
        post(
            "unknown set",
            404,
            "observation-not-found",
            "",
            sets + "/none/retraction",
            "{\"reason\":\"" + MARKER + "\"}"),
        post("MRN that is taken", 409, "mrn-taken", "", register, person("E2E-B-1")),
        post(
            "MRN that is taken, in other letters",
            409,
            "mrn-taken",
            "",
            register,
            person("e2e-b-1")),
        post(
            "bed that is taken",
            409,
            "bed-taken",
            "",
            "/patients/{discharged}/admission",
            bed("1")),
        post(
            "who is gone is discharged",
            409,
            "not-admitted",
            "",
            "/patients/{discharged}/discharge",
            ""),
        post(
            "who is gone is moved",
            409,
            "not-admitted",
            "",
            "/patients/{discharged}/transfer",
            bed("9")),
        post(
            "who is there is admitted",
            409,
            "already-admitted",
            "",
            "/patients/{admitted}/admission",
            bed("9")),
        post(
            "control character",
            422,
            "invalid-value",
            "familyName",
            register,
            person("X").replace("Muster", "a\\u0007")),
        post(
            "born tomorrow",
            422,
            "invalid-value",
            "birthDate",
            register,
            person("X").replace("1957-03-04", "2957-03-04")),
        put(
                "plan on an old revision",
                412,
                "stale-revision",
                "",
                "/patients/{admitted}/monitoring-plan",
                PLAN)
            .with("If-Match", "\"7\""),
        put(
            "plan on no revision",
            428,
            "precondition-required",
            "",
            "/patients/{admitted}/monitoring-plan",
            PLAN),
        put(
                "plan of who is gone",
                409,
                "not-admitted",
                "",
                "/patients/{discharged}/monitoring-plan",
                PLAN)
            .with("If-Match", "\"0\""),
        put(
                "scale 2 for no reason",
                422,
                "invalid-value",
                "reason",
                "/patients/{admitted}/monitoring-plan",
                "{\"spo2Scale\":2}")
            .with("If-Match", "\"0\""));
  }

  private static String set(String more) {
    return "{\"measuredAt\":\"" + Instant.now() + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
  }

  private static String number(String digits) {
    return set("\"pulse\":" + digits);
  }

  private static String at(int secondsAhead) {
    return at(Instant.now().plusSeconds(secondsAhead).toString());
  }

  private static String at(String time) {
    return "{\"measuredAt\":\"" + time + "\",\"pulse\":72}";
  }

  private static String deep(String open, String middle, String close) {
    return set("\"device\":" + open.repeat(1_000) + middle + close.repeat(1_000));
  }

  private static String bed(String bed) {
    return "{\"ward\":\"B\",\"bed\":\"" + bed + "\"}";
  }

  private static String person(String mrn) {
    return "{\"mrn\":\""
        + mrn
        + "\",\"familyName\":\"Muster\",\"givenName\":\""
        + MARKER
        + "\",\"birthDate\":\"1957-03-04\",\"sex\":\"FEMALE\"}";
  }
}
