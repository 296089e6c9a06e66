package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.KeyRow;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.PatientKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A patient whose key is not in the table, although the log holds what it sealed. */
@QuarkusTest
class LostKeysComponentTest extends ComponentTestBase {
  @Inject LostKeys lost;
  @Inject PatientKeys keys;
  @Inject KeyTable table;

  @Inject @Wellness KeysHealth health;

  @Test
  void who_has_lost_a_key_is_watched_without_a_name_until_it_comes_back() throws SQLException {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    eventually(() -> assertThat(familyName(patient)).isNotNull());
    KeyRow row = table.find(patient).orElseThrow();
    long before = lost.count();

    Database.tamper("DELETE FROM vigil_keys.patient_key WHERE patient = '" + patient + "'");
    keys.forgetAll();

    assertThat(lost.count()).isEqualTo(before + 1);
    assertThat(lost.mayBeMade(new PatientId(patient))).isFalse();
    assertThat(lost.mayBeMade(new PatientId("somebody-new"))).isTrue();
    assertThat(familyName(patient)).isNull();
    api.get("/patients/" + patient + "/history");
    assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
    api.observe(patient, Api.deterioration());
    eventually(() -> assertThat(api.get("/alerts?ward=" + ward).getList("items")).isNotEmpty());
    assertNothingIsSealedAnew(patient);

    table.add(patient, Objects.requireNonNull(row.wrapped()));
    assertThat(familyName(patient)).isNotNull();
    assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    assertThat(lost.count()).isEqualTo(before);
  }

  private @Nullable String familyName(String patient) {
    return api.get("/patients/" + patient).getString("familyName");
  }

  private void assertNothingIsSealedAnew(String patient) {
    api.given()
        .header("If-Match", "\"0\"")
        .body(Map.of("spo2Scale", 2, "reason", "as agreed"))
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(503)
        .body("type", endsWith("keys-unavailable"));
    assertThat(table.find(patient)).as("a new key").isEmpty();
  }

  @Test
  void a_start_whose_keys_were_not_restored_is_refused() {
    KeysAtStart.requireRestored(0, true);
    KeysAtStart.requireRestored(LostKeys.COUNTED, false);
    assertThatThrownBy(() -> KeysAtStart.requireRestored(3, true))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("(all 3)")
        .hasMessageContaining("docs/how-to/back-up-and-restore.md")
        .hasMessageContaining("vigil.personal.lost-keys-accepted=true");
    assertThatThrownBy(() -> KeysAtStart.requireRestored(LostKeys.COUNTED + 1, false))
        .hasMessageContaining("more than 1000");
  }
}
