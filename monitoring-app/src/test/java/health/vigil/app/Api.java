package health.vigil.app;

import static org.hamcrest.Matchers.is;

import health.vigil.issuer.TokenRequest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps that most stories begin with, as a client takes them. */
public final class Api {
  private final @Nullable String token;

  /** As somebody who may do everything. */
  public Api() {
    this(null);
  }

  private Api(@Nullable String token) {
    this.token = token;
  }

  /** The same API, asked with another token. */
  public Api as(TokenRequest who) {
    return new Api(Tokens.of(who));
  }

  /** A request with JSON, below the base path of the API. */
  public RequestSpecification given() {
    RequestSpecification request =
        RestAssured.given().basePath("/api/v1").contentType(ContentType.JSON);
    return token == null ? request : request.header("Authorization", Tokens.bearer(token));
  }

  public static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  public String newWard() {
    return unique("W");
  }

  /** The id of a new patient, an adult. */
  public String registerPatient() {
    return registerPatient(Map.of());
  }

  /** The id of a new patient, with other demographics than the usual. */
  public String registerPatient(Map<String, ?> other) {
    Map<String, Object> demographics = demographics();
    demographics.putAll(other);
    return given()
        .body(demographics)
        .post("/patients")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("patientId");
  }

  public static Map<String, Object> demographics() {
    Map<String, Object> demographics = new LinkedHashMap<>();
    demographics.put("mrn", unique("mrn"));
    demographics.put("familyName", "Meadows");
    demographics.put("givenName", "Iris");
    demographics.put("birthDate", "1950-05-17");
    demographics.put("sex", "FEMALE");
    return demographics;
  }

  /** The position of the admission. */
  public long admit(String patient, String ward, String bed) {
    return post("/patients/" + patient + "/admission", Map.of("ward", ward, "bed", bed), 200)
        .getLong("position");
  }

  /** A new patient in a bed. */
  public String admittedPatient(String ward, String bed) {
    String patient = registerPatient();
    admit(patient, ward, bed);
    return patient;
  }

  /** A set of a patient who is well. */
  public static Map<String, Object> wellSet() {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("measuredAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    set.put("respirationRate", 16);
    set.put("oxygenSaturation", 97);
    set.put("supplementalOxygen", false);
    set.put("systolicBloodPressure", 120);
    set.put("diastolicBloodPressure", 75);
    set.put("pulse", 72);
    set.put("consciousness", "ALERT");
    set.put("temperature", 36.8);
    return set;
  }

  /** Records the set of a well patient, with other values than the usual. */
  public JsonPath observe(String patient, Map<String, ?> other) {
    Map<String, Object> set = wellSet();
    set.putAll(other);
    return post("/patients/" + patient + "/observations", set, 201);
  }

  /** A set that scores HIGH. */
  public static Map<String, Object> deterioration() {
    return Map.of("respirationRate", 28, "oxygenSaturation", 90, "pulse", 135);
  }

  public JsonPath post(String path, Object body, int status) {
    return given().body(body).post(path).then().statusCode(is(status)).extract().jsonPath();
  }

  public JsonPath get(String path) {
    Response response = given().get(path);
    return response.then().statusCode(200).extract().jsonPath();
  }
}
