package health.vigil.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertsComponentTest extends ComponentTestBase {
  private final String ward = api.newWard();

  @Test
  void aDeterioratingPatientRaisesAnAlertOfHighPriority() {
    String patient = api.admittedPatient(ward, "1");
    JsonPath set = api.observe(patient, Api.deterioration());

    JsonPath alert = alert(theAlertOf(ward));

    assertThat(alert.getString("patientId")).isEqualTo(patient);
    assertThat(alert.getString("ward")).isEqualTo(ward);
    assertThat(alert.getString("bed")).isEqualTo("1");
    assertThat(alert.getString("rule")).isEqualTo("NEWS2");
    assertThat(alert.getString("kind")).isEqualTo("PHYSIOLOGICAL");
    assertThat(alert.getString("priority")).isEqualTo("HIGH");
    assertThat(alert.getString("presence")).isEqualTo("ON");
    assertThat(alert.getString("cause.basis")).isEqualTo(set.getString("observationId"));
    assertThat(alert.getString("escalation.role")).isEqualTo("NURSE");
    assertThat(alert.getString("acknowledgedAt")).isNull();
    assertThat(alert.getString("endReason")).isNull();
  }

  @Test
  void anAcknowledgedAlertSaysWhenAndByWhom() {
    String alert = deterioratedIn(ward, "1");

    JsonPath answer = acknowledge(alert, "once").then().statusCode(200).extract().jsonPath();

    JsonPath shown = api.get("/alerts/" + alert + "?minPosition=" + answer.getLong("position"));
    assertThat(shown.getString("presence")).isEqualTo("ACK");
    assertThat(shown.getString("acknowledgedAt")).isEqualTo(answer.getString("acknowledgedAt"));
    assertThat(shown.getString("acknowledgedBy")).isNotBlank();
  }

  @Test
  void theSameRequestIsAnsweredTheSameAndAnotherIsRefused() {
    String alert = deterioratedIn(ward, "1");

    Response first = acknowledge(alert, "mine");
    Response again = acknowledge(alert, "mine");
    Response other = acknowledge(alert, "another");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getString("type")).endsWith("already-acknowledged");
  }

  @Test
  void whoIsWellAgainLeavesAnAlertThatWaitsForAcknowledgement() {
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Api.deterioration());
    String alert = theAlertOf(ward);
    api.observe(patient, Map.of());
    eventually(() -> assertThat(alert(alert).getString("presence")).isEqualTo("LATCHED"));

    long position =
        acknowledge(alert, "seen").then().statusCode(200).extract().jsonPath().getLong("position");

    JsonPath over = api.get("/alerts/" + alert + "?minPosition=" + position);
    assertThat(over.getString("presence")).isEqualTo("OFF");
    assertThat(over.getString("endReason")).isEqualTo("CLEARED");
    Response late = acknowledge(alert, "too-late");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("type")).endsWith("alert-over");
  }

  @Test
  void nobodyAcknowledgesUntilTheChainIsAtItsEnd() {
    String alert = deterioratedIn("swift", Api.unique("bed"));
    eventually(
        () -> assertThat(alert(alert).getString("escalation.role")).isEqualTo("CRITICAL_CARE"));
    assertThat(alert(alert).getInt("escalation.level")).isEqualTo(3);
  }

  @Test
  void acknowledgementStopsTheChain() {
    String alert = deterioratedIn("swift", Api.unique("bed"));
    acknowledge(alert, "at-once").then().statusCode(200);
    int level = alert(alert).getInt("escalation.level");
    // The chain of somebody who comes later has ended: that of the first would have, too.
    String later = deterioratedIn("swift", Api.unique("bed"));
    eventually(
        () -> assertThat(alert(later).getString("escalation.role")).isEqualTo("CRITICAL_CARE"));

    assertThat(alert(alert).getInt("escalation.level")).isEqualTo(level).isLessThan(3);
    assertThat(alert(alert).getString("presence")).isEqualTo("ACK");
  }

  @Test
  void anAlertFollowsItsPatientToAnotherWard() {
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Api.deterioration());
    String alert = theAlertOf(ward);
    String icu = api.newWard();
    api.post("/patients/" + patient + "/transfer", Map.of("ward", icu, "bed", "3"), 200);

    eventually(() -> assertThat(inbox("ward=" + icu)).containsExactly(alert));
    assertThat(inbox("ward=" + ward)).isEmpty();
  }

  @Test
  void whoIsNotObservedInTimeRaisesATechnicalAlertUntilSomebodyObserves() {
    String patient = api.registerPatient();
    Map<String, String> admission = Map.of("ward", ward, "bed", "1", "admittedAt", minutesAgo(120));
    api.post("/patients/" + patient + "/admission", admission, 200);
    Map<String, Object> late = new HashMap<>(Api.deterioration());
    late.put("measuredAt", minutesAgo(50));
    api.observe(patient, late);

    eventually(() -> assertThat(overdue()).hasSize(1));
    JsonPath alert = alert(overdue().get(0));
    assertThat(alert.getString("kind")).isEqualTo("TECHNICAL");
    assertThat(alert.getString("priority")).isEqualTo("MEDIUM");
    assertThat(alert.getString("cause.level")).isEqualTo("HIGH");
    assertThat(alert.getString("cause.basis")).isNull();
    api.observe(patient, Map.of());
    eventually(
        () -> assertThat(alert(overdue().get(0)).getString("endReason")).isEqualTo("CLEARED"));
  }

  @Test
  void theInboxIsFilteredAndReadInPages() {
    String high = deterioratedIn(ward, "1");
    String patient = api.admittedPatient(ward, "2");
    api.observe(patient, Map.of("pulse", 135));
    eventually(() -> assertThat(inbox("ward=" + ward)).hasSize(2));

    assertThat(inbox("ward=" + ward + "&priority=HIGH")).containsExactly(high);
    assertThat(inbox("ward=" + ward + "&priority=HIGH&priority=MEDIUM").get(0)).isEqualTo(high);
    assertThat(inbox("ward=" + ward + "&presence=ACK")).isEmpty();
    JsonPath first = api.get("/alerts?limit=1&ward=" + ward);
    JsonPath second = api.get("/alerts?limit=1&ward=" + ward + "&cursor=" + first.get("next"));
    assertThat(first.getList("items.alertId")).isEqualTo(List.of(high));
    assertThat(second.getList("items.alertId")).hasSize(1).isNotEqualTo(List.of(high));
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void whatIsNoPresenceIsRefusedWithWhatIsAccepted() {
    Response refused = api.given().get("/alerts?presence=GONE");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("presence");
    assertThat(refused.jsonPath().getString("errors[0].message")).contains("LATCHED");
  }

  @Test
  void anAlertThatNeverWasIsNotFound() {
    String unknown = "alert-" + UUID.randomUUID();
    assertThat(api.given().get("/alerts/" + unknown).statusCode()).isEqualTo(404);
    Response refused = acknowledge(unknown, "nothing");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("type")).endsWith("alert-not-found");
  }

  private String deterioratedIn(String inWard, String bed) {
    String patient = api.admittedPatient(inWard, bed);
    api.observe(patient, Api.deterioration());
    return alertOf(inWard, patient);
  }

  private String theAlertOf(String inWard) {
    eventually(() -> assertThat(inbox("ward=" + inWard)).hasSize(1));
    return inbox("ward=" + inWard).get(0);
  }

  private String alertOf(String inWard, String patient) {
    String found = "items.findAll { it.patientId == '" + patient + "' }.alertId";
    eventually(
        () ->
            assertThat(api.get("/alerts?limit=500&ward=" + inWard).<String>getList(found))
                .hasSize(1));
    return api.get("/alerts?limit=500&ward=" + inWard).<String>getList(found).get(0);
  }

  private List<String> overdue() {
    return api.get("/alerts?ward=" + ward)
        .getList("items.findAll { it.rule == 'OBSERVATION_OVERDUE' }.alertId");
  }

  private static String minutesAgo(long minutes) {
    return Instant.now()
        .minus(Duration.ofMinutes(minutes))
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  private JsonPath alert(String id) {
    return api.get("/alerts/" + id);
  }

  private List<String> inbox(String filter) {
    return api.get("/alerts?" + filter).getList("items.alertId");
  }

  private Response acknowledge(String alert, String key) {
    return api.given().header("Idempotency-Key", key).post("/alerts/" + alert + "/acknowledgement");
  }
}
