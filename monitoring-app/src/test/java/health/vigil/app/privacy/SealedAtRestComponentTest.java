package health.vigil.app.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody finds who can read the whole database, and has no master key. */
@QuarkusTest
class SealedAtRestComponentTest extends ComponentTestBase {
  /** Long enough that at every offset its base64 has a middle that is always the same. */
  private static final String MARKER = "Qwertzuiopasdf";

  @Test
  void no_table_holds_a_name_a_number_or_a_reason() throws SQLException {
    String patient = tellTheStory();

    for (String column : Database.textColumns()) {
      for (String form : forms()) {
        assertThat(Database.rowsWith(column, form)).as("%s in %s", form, column).isZero();
      }
    }
    assertThat(Database.rowsWith("vigil.events.payload", "\"of\":\"" + patient)).isPositive();
  }

  @Test
  void the_search_for_it_finds_what_is_there() throws SQLException {
    String ward = api.newWard();
    String patient = api.registerPatient();
    api.admit(patient, ward, "1");

    assertThat(Database.textColumns()).contains("vigil.events.payload", "vigil.sagas.state");
    assertThat(Database.rowsWith("vigil.events.payload", ward)).isPositive();
    assertThat(Database.rowsWith("vigil_keys.patient_key.patient", patient)).isEqualTo(1);
  }

  @Test
  void observations_are_as_long_as_before() throws SQLException {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Map.of());

    assertThat(
            Database.rowsWith(
                "vigil.events.payload", "\"patientId\":\"" + patient + "\",\"stayId\":"))
        .isPositive();
    assertThat(Database.sealedObservations()).isZero();
  }

  /** The id of the patient of whom everything is told that can be. */
  private String tellTheStory() {
    Map<String, Object> demographics = Api.demographics();
    demographics.put("mrn", Api.unique(MARKER));
    demographics.put("familyName", MARKER + " Family");
    demographics.put("givenName", MARKER + " Given");
    String ward = api.newWard();
    String patient = api.registerPatient(demographics);
    api.admit(patient, ward, "1");
    String observation = api.observe(patient, Api.deterioration()).getString("observationId");
    Map<String, Object> correction = new LinkedHashMap<>(Api.wellSet());
    correction.put("reason", MARKER + " corrected");
    api.post(
        "/patients/" + patient + "/observations/" + observation + "/correction", correction, 200);
    api.given()
        .header("If-Match", "\"0\"")
        .body(Map.of("spo2Scale", 2, "reason", MARKER + " plan"))
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(200);
    api.post("/patients", Map.of("temporaryLabel", MARKER + " label"), 201);
    api.post("/patients/search", Map.of("name", MARKER), 200);
    api.post("/audit/exports", Map.of("reason", MARKER + " export"), 201);
    eventually(
        () ->
            assertThat(api.post("/patients/search", Map.of("name", MARKER), 200).getList("items"))
                .hasSizeGreaterThanOrEqualTo(2));
    return patient;
  }

  /** As it is, and in base64 wherever it stands in what is coded. */
  private static List<String> forms() {
    return Stream.concat(
            Stream.of(MARKER),
            IntStream.range(0, 3).mapToObj(SealedAtRestComponentTest::middleOfBase64))
        .toList();
  }

  private static String middleOfBase64(int offset) {
    byte[] text = ("x".repeat(offset) + MARKER + "xxx").getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(text).substring(4, 16);
  }
}
