package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.KeyRow;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.PatientKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A patient whose key is not in the table, although the log holds what it sealed. */
@QuarkusTest
class LostKeysComponentTest extends ComponentTestBase {
  @Inject LostKeys lost;
  @Inject PatientKeys keys;
  @Inject KeyTable table;

  @Test
  void a_lost_key_is_unavailable_until_it_comes_back_and_stops_a_start() throws SQLException {
    String patient = registered();
    KeyRow row = table.find(patient).orElseThrow();
    assertThat(lost.count()).isZero();

    Database.tamper("DELETE FROM vigil_keys.patient_key WHERE patient = '" + patient + "'");
    keys.forgetAll();

    assertThat(lost.count()).isEqualTo(1);
    assertThat(lost.mayBeMade(new PatientId(patient))).isFalse();
    assertThat(lost.mayBeMade(new PatientId("somebody-new"))).isTrue();
    assertUnavailable(patient);
    assertThat(table.find(patient)).as("a new key").isEmpty();

    table.add(patient, Objects.requireNonNull(row.wrapped()));
    api.given().get("/patients/" + patient).then().statusCode(200);
    assertThat(lost.count()).isZero();
  }

  private String registered() {
    String patient = api.admittedPatient(api.newWard(), "1");
    eventually(() -> api.get("/patients/" + patient));
    return patient;
  }

  private void assertUnavailable(String patient) {
    for (String path : new String[] {"/patients/" + patient, "/patients/" + patient + "/history"}) {
      api.given().get(path).then().statusCode(503).body("type", endsWith("keys-unavailable"));
    }
    api.given()
        .header("If-Match", "\"0\"")
        .body(Map.of("spo2Scale", 2, "reason", "as agreed"))
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(503);
  }

  @Test
  void a_start_without_keys_is_refused_unless_that_is_accepted() {
    KeysAtStart.requireNoneLost(0, false);
    KeysAtStart.requireNoneLost(1_200, true);
    assertThatThrownBy(() -> KeysAtStart.requireNoneLost(3, false))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("(3)")
        .hasMessageContaining("docs/how-to/back-up-and-restore.md")
        .hasMessageContaining("vigil.personal.lost-keys-accepted=true");
    assertThatThrownBy(() -> KeysAtStart.requireNoneLost(LostKeys.COUNTED + 1, false))
        .hasMessageContaining("more than 1000");
  }
}
