package health.vigil.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertId;
import health.vigil.alert.AlertRule;
import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import health.vigil.app.Database.StoredEvent;
import health.vigil.stay.StayId;
import health.vigil.store.EventLog;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Verification;
import health.vigil.store.export.ExportManifest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A log that holds both revisions of AlertRaised: an alert was raised before an update. */
@QuarkusTest
class OlderRevisionsComponentTest extends ComponentTestBase {
  private static final String RAISED_AS_REVISION_1 =
      """
      {"alertId": "%s", "patientId": "%s", "stayId": "%s", "bed": "bed:%s/%s", "rule": "NEWS2",
       "kind": "PHYSIOLOGICAL", "priority": "HIGH", "latching": true,
       "cause": {"level": "HIGH", "basis": null, "lowerBound": false, "missing": [], "late": false},
       "step": {"level": 1, "role": "NURSE", "after": "PT0S"}, "edge": 1, "at": "%s"}
      """;

  /** Here nobody waits long for the next level. */
  private static final String WARD = "swift";

  @Inject DataSource dataSource;
  @Inject EventLog log;

  @Test
  void anAlertThatWasRaisedBeforeTheUpdateGoesOnAfterIt() throws SQLException {
    String bed = Api.unique("bed");
    String patient = api.admittedPatient(WARD, bed);
    String alert = raisedAsRevision1(patient, bed);
    eventually(() -> assertThat(inbox(patient)).containsExactly(alert));

    // The saga raises it again, as it may, and escalates what it meets.
    api.observe(patient, Api.deterioration());
    eventually(
        () -> assertThat(alert(alert).getString("escalation.role")).isEqualTo("CRITICAL_CARE"));
    acknowledge(alert);

    eventually(() -> assertThat(alert(alert).getString("presence")).isEqualTo("ACK"));
    assertThat(inbox(patient)).containsExactly(alert);
  }

  @Test
  void bothRevisionsAreReadAsThePresentOne() throws SQLException, InterruptedException {
    String bed = Api.unique("bed");
    String before = api.admittedPatient(WARD, bed);
    raisedAsRevision1(before, bed);
    String after = api.admittedPatient(WARD, Api.unique("bed"));
    api.observe(after, Api.deterioration());

    eventually(() -> assertThat(decisionsOfRaised(after)).containsExactly("1"));
    assertThat(decisionsOfRaised(before)).containsExactly("1");
    assertThat(api.get("/patients/" + before + "?asOf=" + Instant.now()).getString("status"))
        .isEqualTo("ADMITTED");
    Verification chain = new ChainVerifier(dataSource).all();
    assertThat(chain.flaws()).isEmpty();
  }

  @Test
  void itIsRebuiltLookedBackAtExplainedAndExported() throws SQLException {
    String bed = Api.unique("bed");
    String patient = api.admittedPatient(WARD, bed);
    String alert = raisedAsRevision1(patient, bed);
    eventually(() -> assertThat(inbox(patient)).containsExactly(alert));
    long position = log.byStream(alert, 0, 1).get(0).position();

    assertThat(verified("alert-inbox")).isTrue();
    assertThat(verified("ward-board")).isTrue();
    assertThat(api.get("/wards/" + WARD + "/board?asOf=" + Instant.now()).prettify())
        .contains(alert);
    assertThat(api.get("/alerts/" + alert + "/explanation").getString("versions.alertDecisions"))
        .isEqualTo("1");
    assertThat(exported(position))
        .contains("\"payload_type\" : \"AlertRaised\"", "\"payload_revision\" : \"1\"")
        .doesNotContain("decisions");
  }

  @Test
  void thePatientIsShownAsKnownBeforeIt() throws SQLException {
    String bed = Api.unique("bed");
    String patient = api.admittedPatient(WARD, bed);
    Instant before = Instant.now();
    String alert = raisedAsRevision1(patient, bed);

    String then = api.get("/patients/" + patient + "?asOf=" + before).prettify();

    assertThat(then).contains("ADMITTED").doesNotContain(alert);
  }

  private boolean verified(String projection) {
    return api.post("/operations/projections/" + projection + "/verification", Map.of(), 200)
        .getBoolean("equal");
  }

  private String exported(long position) {
    Map<String, Object> part = Map.of("first", position, "last", position, "reason", "Audit");
    String manifest = api.given().body(part).post("/audit/exports").asString();
    String export = ExportManifest.parse(manifest).orElseThrow().id();
    return api.given().get("/audit/exports/{id}/events", export).asString();
  }

  private String raisedAsRevision1(String patient, String bed) throws SQLException {
    String stay = stayOf(patient);
    AlertId alert = AlertId.of(new StayId(stay), new AlertRule("NEWS2"), 1);
    Database.append(
        new StoredEvent(
            alert.value(),
            "Alert",
            "AlertRaised",
            "1",
            RAISED_AS_REVISION_1.formatted(alert, patient, stay, WARD, bed, Instant.now()),
            "{\"subject\": \"" + patient + "\"}"));
    return alert.value();
  }

  private String stayOf(String patient) {
    String now = "/patients/" + patient + "?asOf=" + Instant.now();
    return api.get(now).getString("stay.stayId");
  }

  private List<String> decisionsOfRaised(String patient) {
    return api.get("/patients/" + patient + "/history?limit=500")
        .getList("items.findAll { it.type == 'AlertRaised' }.payload.decisions");
  }

  private List<String> inbox(String patient) {
    return api.get("/alerts?limit=500&ward=" + WARD)
        .getList("items.findAll { it.patientId == '" + patient + "' }.alertId");
  }

  private JsonPath alert(String id) {
    return api.get("/alerts/" + id);
  }

  private void acknowledge(String alert) {
    api.post("/alerts/" + alert + "/acknowledgement", Map.of(), 200);
  }
}
