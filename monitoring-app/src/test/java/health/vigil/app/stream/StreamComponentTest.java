package health.vigil.app.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.stream.StreamClient.Received;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamComponentTest extends ComponentTestBase {
  /** As the test configuration has it. */
  private static final int AT_MOST = 20;

  private static final int WRITERS = 4;

  @Inject EventLog log;

  @Test
  void a_ward_sees_what_happens_from_the_position_of_its_board_on() {
    String ward = api.newWard();
    String patient = api.registerPatient();
    long admitted = api.admit(patient, ward, "1");
    long board = api.get("/wards/" + ward + "/board?minPosition=" + admitted).getLong("position");
    try (StreamClient client = StreamClient.open("?ward=" + ward + "&position=" + board)) {
      api.observe(patient, Api.deterioration());

      eventually(
          () ->
              assertThat(client.events())
                  .extracting(Received::event)
                  .contains("VitalSignsRecorded", "BreachBegan", "AlertRaised"));
      JsonPath data = JsonPath.from(client.events().get(0).data());
      assertThat(data.getLong("position")).isEqualTo(client.events().get(0).position());
      assertThat(data.getString("type")).isEqualTo(client.events().get(0).event());
      assertThat(data.getString("recordedAt")).isNotBlank();
      assertThat(data.getString("payload.patientId")).isEqualTo(patient);
    }
  }

  @Test
  void another_wards_events_are_not_shown() {
    String ward = api.newWard();
    String quiet = api.newWard();
    try (StreamClient client = StreamClient.open("?ward=" + quiet)) {
      eventually(() -> assertThat(client.frames()).isNotEmpty());
      long position = api.admit(api.registerPatient(), ward, "1");

      eventually(
          () -> assertThat(client.frames()).extracting(Received::position).contains(log.head()));
      assertThat(log.head()).isGreaterThanOrEqualTo(position);
      assertThat(client.events()).isEmpty();
    }
  }

  @Test
  void a_client_that_comes_back_misses_nothing_and_sees_nothing_twice() {
    long begin = log.head();
    String patient = api.admittedPatient(api.newWard(), "1");
    List<Long> seen = new ArrayList<>();
    String last = log.epoch() + "-" + begin;
    for (int i = 0; i < 5; i++) {
      try (StreamClient client = StreamClient.open("", last)) {
        api.observe(patient, Map.of("pulse", 70 + i));
        eventually(() -> assertThat(client.events()).hasSizeGreaterThan(0));
        List<Received> received = client.events();
        received.forEach(frame -> seen.add(frame.position()));
        last = received.get(received.size() - 1).id();
      }
    }

    List<Long> all = LongStream.rangeClosed(begin + 1, seen.get(seen.size() - 1)).boxed().toList();
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void with_many_writers_at_once_nothing_is_missed_and_nothing_comes_twice()
      throws InterruptedException {
    long begin = log.head();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String patient = api.admittedPatient(api.newWard(), "1");
      writers.add(new Thread(() -> observeOften(patient)));
    }
    writers.forEach(Thread::start);

    List<Long> seen = new ArrayList<>();
    while (writers.stream().anyMatch(Thread::isAlive)) {
      seen.addAll(whatComesNext(seen.isEmpty() ? begin : seen.get(seen.size() - 1)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    long end = log.head();
    while (seen.get(seen.size() - 1) < end) {
      seen.addAll(whatComesNext(seen.get(seen.size() - 1)));
    }

    assertThat(seen)
        .isEqualTo(LongStream.rangeClosed(begin + 1, seen.get(seen.size() - 1)).boxed().toList());
  }

  private void observeOften(String patient) {
    for (int i = 0; i < 20; i++) {
      api.observe(patient, Map.of("pulse", 60 + i));
    }
  }

  /** A client comes back, takes what there is for a moment, and is cut off. */
  private List<Long> whatComesNext(long after) {
    try (StreamClient client = StreamClient.open("", log.epoch() + "-" + after)) {
      eventually(() -> assertThat(client.frames()).isNotEmpty());
      return client.events().stream().map(Received::position).toList();
    }
  }

  @Test
  void the_last_event_id_wins_over_the_position() {
    long begin = log.head();
    api.registerPatient();

    try (StreamClient client =
        StreamClient.open("?position=" + log.head(), log.epoch() + "-" + begin)) {
      eventually(() -> assertThat(client.events()).isNotEmpty());
      assertThat(client.events().get(0).position()).isEqualTo(begin + 1);
    }
  }

  @Test
  void a_position_of_another_epoch_is_a_conflict() {
    api.given()
        .header("Last-Event-ID", "0ther-1")
        .get("/stream")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/other-epoch"))
        .body("epoch", equalTo(log.epoch()));
    api.given().get("/stream?position=x").then().statusCode(422);
  }

  @Test
  void personal_data_is_masked() {
    long begin = log.head();
    try (StreamClient client = StreamClient.open("?position=" + begin)) {
      String patient = api.registerPatient(Map.of("familyName", "Xyzzy-Family"));

      eventually(
          () ->
              assertThat(client.events())
                  .anyMatch(
                      frame ->
                          frame.event().equals("PatientRegistered")
                              && frame.data().contains(patient)));
      assertThat(client.events())
          .extracting(Received::data)
          .noneMatch(data -> data.contains("Xyzzy"))
          .anyMatch(data -> data.contains("\"familyName\":\"•••\""));
    }
  }

  @Test
  void a_quiet_stream_has_heartbeats() {
    try (StreamClient client = StreamClient.open("?ward=" + api.newWard())) {
      eventually(() -> assertThat(client.frames()).hasSizeGreaterThan(2));
      Received heartbeat = client.frames().get(0);
      assertThat(heartbeat.event()).isEqualTo("heartbeat");
      assertThat(JsonPath.from(heartbeat.data()).getLong("position"))
          .isEqualTo(heartbeat.position());
    }
  }

  @Test
  void a_node_serves_so_many_streams_and_says_when_there_are_too_many() {
    List<StreamClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i <= AT_MOST; i++) {
        clients.add(StreamClient.open(""));
      }

      eventually(
          () ->
              assertThat(clients)
                  .extracting(StreamClient::status)
                  .anyMatch(s -> s.contains("503")));
    } finally {
      clients.forEach(StreamClient::close);
    }
    eventually(
        () -> {
          try (StreamClient next = StreamClient.open("")) {
            eventually(() -> assertThat(next.status()).isNotEmpty());
            assertThat(next.status()).contains("200");
          }
        });
  }

  @Test
  void a_client_that_does_not_read_harms_no_other() {
    String patient = api.admittedPatient(api.newWard(), "1");
    long begin = log.head();
    try (StreamClient slow = StreamClient.silent("?position=0", null);
        StreamClient quick = StreamClient.open("?position=" + begin)) {
      for (int i = 0; i < 100; i++) {
        api.observe(patient, Map.of("pulse", 60 + i % 30));
      }

      long head = log.head();
      eventually(() -> assertThat(quick.events()).extracting(Received::position).contains(head));
      slow.read();
      eventually(() -> assertThat(slow.events()).extracting(Received::position).contains(head));
      assertThat(slow.events())
          .extracting(Received::position)
          .startsWith(1L, 2L, 3L)
          .doesNotHaveDuplicates();
    }
  }
}
