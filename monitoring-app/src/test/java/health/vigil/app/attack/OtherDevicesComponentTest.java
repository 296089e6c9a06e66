package health.vigil.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.store.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device may send readings of the patient that it is paired with, and nothing else. */
@QuarkusTest
class OtherDevicesComponentTest extends ComponentTestBase {
  @Inject EventLog log;
  @Inject MeterRegistry meters;

  private final String device = Api.unique("monitor");
  private final String ward = api.newWard();
  private String patient = "";
  private Attacker monitor;

  @BeforeEach
  void it_is_paired() {
    patient = api.admittedPatient(ward, "1");
    api.post("/devices/" + device + "/pairing", Map.of("patientId", patient), 200);
    monitor = Attacker.device(device, log);
  }

  @Test
  void its_readings_bear_its_name_whatever_the_body_says() {
    long at = monitor.api().observe(patient, Map.of()).getLong("position");

    assertThat(recordedDevice(at)).isEqualTo(device);
    assertThat(
            recordedDevice(
                monitor.api().observe(patient, Map.of("device", device)).getLong("position")))
        .isEqualTo(device);
  }

  @Test
  void it_does_not_speak_for_another_device() {
    assertThat(send(patient, Map.of("device", "another"))).isEqualTo(403);
    assertThat(send(patient, Map.of("device", ""))).isEqualTo(403);
    assertThat(send(patient, Map.of("device", "another", "continuous", true, "messageId", "1")))
        .isEqualTo(403);
    assertThat(monitor.recorded()).isEmpty();
  }

  @Test
  void it_sends_nothing_of_another_patient_nor_once_it_is_not_paired() {
    assertThat(send(api.admittedPatient(ward, "2"), Map.of())).isEqualTo(403);
    assertThat(send("00000000-0000-4000-8000-000000000000", Map.of())).isEqualTo(403);

    assertThat(send(patient, Map.of())).isEqualTo(201);
    api.given().post("/devices/" + device + "/release").then().statusCode(200);

    assertThat(send(patient, Map.of())).isEqualTo(403);
  }

  @Test
  void the_ward_is_told_of_it_once() {
    String unmeasured = api.admittedPatient(ward, "2");
    double before = refused();

    assertThat(send(unmeasured, Map.of())).isEqualTo(403);
    assertThat(send(unmeasured, Map.of())).isEqualTo(403);

    assertThat(refused()).isEqualTo(before + 2);
    eventually(() -> assertThat(monitor.recorded()).containsExactly("DeviceRefused"));
    assertThat(api.get("/patients/" + unmeasured + "/history").getList("items.type"))
        .contains("DeviceRefused");
  }

  @Test
  void it_sends_nothing_once_the_stay_is_over() {
    assertThat(send(patient, Map.of())).isEqualTo(201);
    api.given().post("/patients/" + patient + "/discharge").then().statusCode(200);

    assertThat(send(patient, Map.of())).isEqualTo(403);
    api.admit(patient, ward, "1");
    assertThat(send(patient, Map.of())).isEqualTo(403);
  }

  @Test
  void it_reads_nothing_and_changes_nothing_else() {
    String set = api.observe(patient, Map.of()).getString("observationId");
    for (String path : new String[] {"", "/chart", "/observations", "/history"}) {
      monitor.api().given().get("/patients/" + patient + path).then().statusCode(403);
    }
    for (String path :
        new String[] {
          "/patients/" + patient + "/observations/" + set + "/retraction",
          "/patients/" + patient + "/discharge",
          "/devices/" + device + "/pairing",
          "/devices/" + device + "/release",
          "/patients/search"
        }) {
      monitor.api().given().body("{\"reason\":\"x\"}").post(path).then().statusCode(403);
    }
    assertThat(monitor.recorded()).isEmpty();
  }

  private double refused() {
    return meters.get("vigil.devices.refused").tag("reason", "unpaired").counter().count();
  }

  private int send(String to, Map<String, ?> more) {
    Map<String, Object> set = new HashMap<>(Api.wellSet());
    set.putAll(more);
    return monitor.api().given().body(set).post("/patients/" + to + "/observations").statusCode();
  }

  private String recordedDevice(long position) {
    return JsonPath.from(log.read(position - 1, 1).get(0).payload()).getString("device");
  }
}
