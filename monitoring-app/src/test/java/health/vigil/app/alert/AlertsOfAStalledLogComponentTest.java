package health.vigil.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Reactions whose appends nobody knows of: an answer may take 3 s here. */
@QuarkusTest
class AlertsOfAStalledLogComponentTest extends ComponentTestBase {

  @Test
  void anAlertThatCouldNotBeRecordedWhenItWasDueIsRaisedOnce() throws SQLException {
    String patient = api.admittedPatient(api.newWard(), "1");
    CompletableFuture<Response> set;
    CompletableFuture<Database.Lock> next;
    try (Database.Lock first = Database.lockHead()) {
      set = CompletableFuture.supplyAsync(() -> deteriorate(patient));
      Database.awaitGroupsHeldUp(1, Duration.ZERO);
      next = Database.lockHeadNext();
    }
    assertThat(set.join().statusCode()).isEqualTo(201);
    try (Database.Lock second = next.join()) {
      loseWhatIsUnderWay();
    }

    eventually(() -> assertThat(historyOf(patient)).contains("AlertRaised"));
    eventually(AlertsOfAStalledLogComponentTest::assertWell);
    assertThat(historyOf(patient)).containsOnlyOnce("AlertRaised");
  }

  @Test
  void anEscalationThatCouldNotBeRecordedWhenItWasDueComesOnce() throws SQLException {
    String patient = api.admittedPatient("swift", Api.unique("bed"));
    assertThat(deteriorate(patient).statusCode()).isEqualTo(201);
    eventually(() -> assertThat(historyOf(patient)).contains("AlertRaised"));
    try (Database.Lock held = Database.lockHead()) {
      loseWhatIsUnderWay();
    }

    eventually(() -> assertThat(escalations(patient)).hasSize(2));
    eventually(AlertsOfAStalledLogComponentTest::assertWell);
    assertThat(escalations(patient)).hasSize(2);
  }

  private Response deteriorate(String patient) {
    Map<String, Object> set = Api.wellSet();
    set.putAll(Api.deterioration());
    return api.given().body(set).post("/patients/{id}/observations", patient);
  }

  private static void loseWhatIsUnderWay() throws SQLException {
    Database.awaitGroupsHeldUp(1, Duration.ZERO);
    Database.breakHeldUp();
    eventually(() -> assertThat(log("data.outcomes")).isEqualTo("some are unknown"));
  }

  private static void assertWell() {
    assertThat(log("status")).isEqualTo("UP");
    assertThat(RestAssured.given().get("/q/health/well").statusCode()).isEqualTo(200);
  }

  private static String log(String what) {
    return RestAssured.given()
        .get("/q/health/well")
        .jsonPath()
        .getString("checks.find { it.name == 'log' }." + what);
  }

  private List<String> escalations(String patient) {
    return historyOf(patient).stream().filter("AlertEscalated"::equals).toList();
  }

  private List<String> historyOf(String patient) {
    return api.get("/patients/" + patient + "/history?limit=500").getList("items.type");
  }
}
