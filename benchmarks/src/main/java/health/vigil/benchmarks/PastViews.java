package health.vigil.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What does a look at the past cost, beside one at the present? A ward of {@code -Dbeds=30} with
 * {@code -Dsets=500} sets each, and a patient in another with {@code -Dlong=10000}, in a log of
 * {@code -Devents=1000000}. Both are asked for now, as of now and as of the middle of the log, in
 * turn, {@code -Drounds=30} times after {@code -Dwarmups=20}.
 */
final class PastViews {
  private static final int EVENTS = Integer.getInteger("events", 1_000_000);
  private static final int BEDS = Integer.getInteger("beds", 30);
  private static final int SETS = Integer.getInteger("sets", 500);
  private static final int LONG = Integer.getInteger("long", 10_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 30);
  private static final int WARMUPS = Integer.getInteger("warmups", 20);
  private final Http http;
  private final Patients patients;

  private final Instant first;

  /**
   * @param first when the first set of each was measured
   */
  private PastViews(Vigil vigil, Instant first) {
    this.first = first;
    this.http = vigil.http();
    this.patients = new Patients(http);
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    try (Workplace workplace = Workplace.in(Files.createTempDirectory(Path.of("target"), "past"))) {
      Instant first = Instant.now().minus(Duration.ofDays(19));
      Map<String, Integer> copies = new LinkedHashMap<>();
      String mistyped;
      try (Vigil vigil = workplace.start(Map.of())) {
        mistyped = new PastViews(vigil, first).begin(copies);
        awaitReadModels(workplace);
      }
      LongLog log = new LongLog(workplace.database().ownerDataSource());
      log.fill(copies, EVENTS);
      // Those who follow the log stand at its end: they are not what is measured.
      new Rebuilds(workplace.database().ownerDataSource()).prepare(Set.of());
      try (Vigil vigil = workplace.start(Map.of())) {
        new PastViews(vigil, first).run(last(copies), mistyped, log);
      }
    }
  }

  private static String last(Map<String, Integer> copies) {
    return List.copyOf(copies.keySet()).get(BEDS);
  }

  /** Somebody in each bed; answers a set of the last patient. */
  private String begin(Map<String, Integer> copies) throws IOException, InterruptedException {
    for (int bed = 1; bed <= BEDS; bed++) {
      copies.put(watched("W", Integer.toString(bed)), SETS);
    }
    String patient = watched("L", "1");
    copies.put(patient, LONG);
    return patients
        .observe(patient, Patients.well(first.minusSeconds(60), patient + ":mistyped"))
        .expect(201)
        .text("observationId");
  }

  @SuppressWarnings("SystemOut")
  private void run(String patient, String mistyped, LongLog log)
      throws IOException, InterruptedException, SQLException {
    Instant middle = log.recordedAt(EVENTS / 2);
    Instant end = log.recordedAt(EVENTS);
    correct(patient, mistyped);
    System.out.printf(
        """
        %d events; a ward of %d beds with %d sets each, a patient with %d
        | asked for | events of it | p50, ms | p95, ms | ratio to now |
        |---|---|---|---|---|
        """,
        EVENTS, BEDS, SETS, LONG);
    measure("the board", "/wards/W/board", BEDS * SETS, middle, end);
    measure("the patient", "/patients/" + patient, LONG, middle, end);
  }

  private String watched(String ward, String bed) throws IOException, InterruptedException {
    String patient = patients.register(ward, bed);
    patients.admit(patient, ward, bed, first.minus(Duration.ofDays(1)));
    for (int i = 0; i < 3; i++) {
      patients
          .observe(patient, Patients.well(first.plusSeconds(60L * i), patient + ":" + i))
          .expect(201);
    }
    return patient;
  }

  /** So that the past of the patient is not what is known now. */
  private void correct(String patient, String set) throws IOException, InterruptedException {
    Map<String, Object> values = Patients.unwell(first.minusSeconds(60), "");
    values.remove("messageId");
    values.put("reason", "mistyped");
    http.post("/patients/" + patient + "/observations/" + set + "/correction", values).expect(200);
  }

  private static void awaitReadModels(Workplace workplace) {
    long end = System.nanoTime() + Duration.ofMinutes(20).toNanos();
    while (!workplace.readModels().caughtUp(workplace.log().head())) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the read models do not get on");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @SuppressWarnings("SystemOut")
  private void measure(String what, String path, int events, Instant middle, Instant end)
      throws IOException, InterruptedException {
    Map<String, Latencies> answers = new LinkedHashMap<>();
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put(what + " now", path);
    questions.put(what + " as of the middle", path + "?asOf=" + middle);
    questions.put(what + " as of the end", path + "?asOf=" + end);
    for (int round = -WARMUPS; round < ROUNDS; round++) {
      for (Map.Entry<String, String> question : questions.entrySet()) {
        long begin = System.nanoTime();
        JsonNode answer = http.get(question.getValue()).expect(200).body();
        long taken = System.nanoTime() - begin;
        check(answer);
        if (round >= 0) {
          answers.computeIfAbsent(question.getKey(), asked -> new Latencies(ROUNDS)).add(taken);
        }
      }
    }
    double now = answers.values().iterator().next().percentile(0.5);
    int part = 0;
    for (Map.Entry<String, Latencies> answer : answers.entrySet()) {
      Latencies taken = answer.getValue();
      System.out.printf(
          "| %s | %d | %.0f | %.0f | %.0f |%n",
          answer.getKey(),
          events * part++ / 2,
          taken.percentile(0.5) / 1000,
          taken.percentile(0.95) / 1000,
          taken.percentile(0.5) / now);
    }
  }

  /** What is fast because it shows nothing is not measured. */
  private static void check(JsonNode answer) {
    JsonNode watched =
        answer.has("rows") ? answer.path("rows").path(0).path("patient") : answer.path("stay");
    if (watched.isMissingNode() || watched.isEmpty()) {
      throw new IllegalStateException("nobody is shown: " + answer);
    }
  }
}
