package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an admission to an acknowledged alert, on the packaged application. */
class StoryIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  @TempDir private static Path folder;

  @Test
  void anAcknowledgedAlertIsNotEscalatedAndOneThatNobodySeesIs()
      throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Workplace.SHORT_HIGH_CHAIN)) {
      Http http = vigil.http();
      Patients patients = new Patients(http);
      long from = http.get("/wards/S/board").expect(200).position();
      try (Frames stream = http.stream("ward=S&position=" + Math.max(0, from))) {
        String seen = patients.admit("S", "1");
        String unseen = patients.admit("S", "2");

        Answer well = patients.observe(seen, Patients.well(Instant.now(), "s1:1")).expect(201);
        assertThat(well.body().at("/score/total").asInt()).isZero();
        assertThat(well.body().at("/score/band").asText()).isEqualTo("LOW");

        Answer critical =
            patients.observe(seen, Patients.critical(Instant.now(), "s1:2")).expect(201);
        assertThat(critical.body().at("/score/band").asText()).isEqualTo("HIGH");
        assertThat(row(http, "1", critical.position()).at("/patient/score/total").asInt())
            .isEqualTo(12);

        String alert = raisedOn(stream, seen);
        Answer acknowledged = http.post("/alerts/" + alert + "/acknowledgement", Map.of());
        acknowledged.expect(200);

        Answer unanswered =
            patients.observe(unseen, Patients.critical(Instant.now(), "s2:1")).expect(201);
        String other = raisedOn(stream, unseen);
        await().atMost(SOON).until(() -> escalations(workplace, other) == 2);

        assertThat(escalations(workplace, alert)).isZero();
        assertThat(causesOfEscalations(http, unanswered))
            .containsExactly("BreachBegan", "BreachBegan");
        Answer inbox =
            http.get("/alerts/" + alert + "?minPosition=" + acknowledged.position()).expect(200);
        assertThat(inbox.text("presence")).isEqualTo("ACK");
        assertThat(stream.all())
            .extracting(Frames.Frame::position)
            .isSorted()
            .doesNotHaveDuplicates();
      }
    }
  }

  private static String raisedOn(Frames stream, String patient) {
    await("the alert of the patient on the stream")
        .atMost(SOON)
        .until(() -> stream.of("AlertRaised").stream().anyMatch(frame -> isOf(frame, patient)));
    return stream.of("AlertRaised").stream()
        .filter(frame -> isOf(frame, patient))
        .map(frame -> frame.payload().path("alertId").asText())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(Frames.Frame frame, String patient) {
    return frame.payload().path("patientId").asText().equals(patient);
  }

  private static long escalations(Workplace workplace, String alert) {
    return workplace
        .log()
        .count(e -> e.type().equals("AlertEscalated") && e.text("alertId").equals(alert));
  }

  /** Deadlines fired long after the breach, and yet name it. */
  private static List<String> causesOfEscalations(Http http, Answer set)
      throws IOException, InterruptedException {
    JsonNode events = http.get("/audit/trace/" + set.position()).expect(200).body().path("events");
    Map<Long, String> types = new HashMap<>();
    List<String> causes = new ArrayList<>();
    for (JsonNode event : events) {
      types.put(event.path("position").asLong(), event.path("type").asText());
      if (event.path("type").asText().equals("AlertEscalated")) {
        causes.add(types.get(event.path("cause").asLong()));
      }
    }
    return causes;
  }

  private static JsonNode row(Http http, String bed, long minPosition)
      throws IOException, InterruptedException {
    JsonNode rows =
        http.get("/wards/S/board?minPosition=" + minPosition).expect(200).body().path("rows");
    for (JsonNode row : rows) {
      if (row.path("bed").asText().equals(bed)) {
        return row;
      }
    }
    throw new AssertionError("no row for bed " + bed + " in " + rows);
  }
}
