package health.vigil.app.place;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertId;
import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.log.Payloads;
import health.vigil.app.security.Places;
import health.vigil.app.security.Wards;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.ward.WardId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacesComponentTest extends ComponentTestBase {
  @Inject Places places;
  @Inject EventLog log;
  @Inject Payloads payloads;
  @Inject DataSource dataSource;

  private final String north = api.newWard();
  private final String south = api.newWard();

  /** What another node over the same log knows. */
  private final class Node implements AutoCloseable {
    private final LogTail tail = LogTail.following(dataSource, dataSource);
    private final Remembered remembered = new Remembered();
    private final PlaceWatch watch = new PlaceWatch(log, tail, payloads, remembered);
    private final Places places =
        new KnownPlaces(new PlacesInLog(log, payloads), remembered, watch);

    Node() {
      eventually(() -> assertThat(watch.isFresh()).isTrue());
    }

    /** It hears of nothing any more. */
    void lag() {
      tail.close();
    }

    @Override
    public void close() {
      watch.stop();
      tail.close();
    }
  }

  @Test
  void a_patient_is_where_the_log_says_at_once() {
    PatientId patient = admitted();

    assertThat(places.isIn(patient, only(north))).isTrue();
    assertThat(places.isIn(patient, only(south))).isFalse();
    assertThat(places.wardOf(patient)).isEqualTo(new WardId(north));

    transfer(patient, south);

    assertThat(places.isIn(patient, only(south))).isTrue();
    eventually(() -> assertThat(places.isIn(patient, only(north))).isFalse());
  }

  @Test
  void who_is_not_admitted_lies_nowhere() {
    PatientId patient = new PatientId(api.registerPatient());

    assertThat(places.isIn(patient, only(north))).isFalse();
    assertThat(places.isInOrNowhere(patient, only(north))).isTrue();
    assertThat(places.wardOf(patient)).isNull();

    api.admit(patient.value(), south, "1");

    eventually(() -> assertThat(places.isInOrNowhere(patient, only(north))).isFalse());
    api.given().post("/patients/" + patient + "/discharge").then().statusCode(200);
    assertThat(places.isInOrNowhere(patient, only(north))).isTrue();
    eventually(() -> assertThat(places.isIn(patient, only(south))).isFalse());
  }

  @Test
  void an_id_that_nobody_has_is_nowhere_and_in_no_ward() {
    PatientId unknown = new PatientId(UUID.randomUUID().toString());

    assertThat(places.isIn(unknown, Wards.ALL)).isFalse();
    assertThat(places.isInOrNowhere(unknown, Wards.ALL)).isFalse();
    assertThat(places.concerns(new AlertId("alert-" + UUID.randomUUID()), Wards.ALL)).isFalse();
  }

  @Test
  void the_id_of_a_stay_is_no_patients() {
    String patient = api.registerPatient();
    String stay =
        api.post("/patients/" + patient + "/admission", Map.of("ward", north, "bed", "1"), 200)
            .getString("stayId");

    assertThat(places.isInOrNowhere(new PatientId(stay), Wards.ALL)).isFalse();
  }

  @Test
  void another_node_hears_of_what_this_one_recorded() {
    try (Node other = new Node()) {
      PatientId patient = admitted();
      assertThat(other.places.isIn(patient, only(north))).isTrue();

      transfer(patient, south);

      assertThat(other.places.isIn(patient, only(south))).isTrue();
      eventually(() -> assertThat(other.places.isIn(patient, only(north))).isFalse());
    }
  }

  @Test
  void a_node_that_lags_denies_nobody_who_was_just_admitted_and_soon_asks_the_log_each_time() {
    try (Node other = new Node()) {
      PatientId patient = admitted();
      assertThat(other.places.isIn(patient, only(north))).isTrue();
      other.lag();

      transfer(patient, south);

      assertThat(other.places.isIn(patient, only(south))).isTrue();
      eventually(() -> assertThat(other.watch.isFresh()).isFalse());
      assertThat(other.places.isIn(patient, only(north))).isFalse();
    }
  }

  @Test
  void an_alert_is_where_its_patient_lies_or_lay_when_it_ended() {
    PatientId patient = admitted();
    api.observe(patient.value(), Api.deterioration());
    AlertId alert = alertOf(north);

    assertThat(places.concerns(alert, only(north))).isTrue();
    assertThat(places.concerns(alert, only(south))).isFalse();

    transfer(patient, south);

    assertThat(places.concerns(alert, only(south))).isTrue();
    eventually(() -> assertThat(places.concerns(alert, only(north))).isFalse());
    api.given().post("/patients/" + patient + "/discharge").then().statusCode(200);
    assertThat(places.concerns(alert, only(south))).isTrue();
  }

  private AlertId alertOf(String ward) {
    String[] found = new String[1];
    eventually(
        () -> {
          found[0] = api.get("/alerts?ward=" + ward).getString("items[0].alertId");
          assertThat(found[0]).isNotNull();
        });
    return new AlertId(found[0]);
  }

  private PatientId admitted() {
    return new PatientId(api.admittedPatient(north, Api.unique("B")));
  }

  private void transfer(PatientId patient, String ward) {
    api.post(
        "/patients/" + patient + "/transfer", Map.of("ward", ward, "bed", Api.unique("B")), 200);
  }

  private static Wards only(String ward) {
    return new Wards(false, Set.of(new WardId(ward)));
  }
}
