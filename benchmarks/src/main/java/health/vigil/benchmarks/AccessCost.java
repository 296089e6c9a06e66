package health.vigil.benchmarks;

import health.vigil.e2e.Http;
import health.vigil.e2e.Meters;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What finding out who asks, and whether it is permitted, adds to a read and to a write, and what
 * waiting until it is noted who is shown something adds to a read. Neither can be switched off, so
 * the application's own clocks tell it: the time from a request's coming to its being let in, and
 * the time to its answer, of the same requests. The ratio is that of the whole to what would be
 * left without. A nurse of the ward asks, so that it is also looked up where the patient lies; over
 * one connection, one request after the other.
 */
final class AccessCost {
  private static final String WARD = "A";
  private static final int PATIENTS = Integer.getInteger("patients", 20);
  private static final int ROUNDS = Integer.getInteger("rounds", 2000);
  private static final int WARM_UPS = Integer.getInteger("warmups", 2000);
  private static final String BOARD = "/api/v1/wards/" + WARD + "/board";
  private static final String OF_BOARD =
      "{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/api/v1/wards/{ward}/board\"}";
  private static final String OF_SETS =
      "{method=\"POST\",outcome=\"SUCCESS\",status=\"201\","
          + "uri=\"/api/v1/patients/{patientId}/observations\"}";

  private final Meters meters;
  private final KeptConnection nurse;
  private final List<String> patients = new ArrayList<>();

  private AccessCost(Vigil vigil, KeptConnection nurse) {
    this.meters = new Meters(vigil.url());
    this.nurse = nurse;
  }

  /** One kind of request. */
  private interface Call {
    int send() throws IOException;
  }

  /** Sums of seconds, of requests since the start. */
  private record Clocks(double access, double noting, double whole) {
    Clocks since(Clocks before) {
      return new Clocks(access - before.access, noting - before.noting, whole - before.whole);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workplace workplace =
            Workplace.in(Files.createTempDirectory(Path.of("target"), "access"));
        Vigil vigil = workplace.start(Map.of("vigil.ingest.max-alert-lag", "1h"));
        KeptConnection nurse = new KeptConnection(vigil.url(), token(vigil))) {
      new AccessCost(vigil, nurse).run(new Patients(vigil.http()));
    }
  }

  private static String token(Vigil vigil) {
    return DemoIssuer.in(vigil.issuer()).token(TokenRequest.of("nurse-1").as("nurse", WARD));
  }

  @SuppressWarnings("SystemOut")
  private void run(Patients people) throws IOException, InterruptedException {
    for (int bed = 1; bed <= PATIENTS; bed++) {
      patients.add(people.admit(WARD, String.valueOf(bed)));
    }
    System.out.println(
        "| | whole, µs | of it access, µs | with/without | of it noting, µs | with/without |");
    System.out.println("|---|---|---|---|---|---|");
    measure("a read: the board", () -> nurse.get(BOARD), OF_BOARD, 200);
    measure("a write: a set", this::observe, OF_SETS, 201);
  }

  private int observe() throws IOException {
    String patient = patients.get((int) (Math.random() * patients.size()));
    Map<String, Object> set = Patients.well(Instant.now(), UUID.randomUUID().toString());
    return nurse.post(
        "/api/v1/patients/" + patient + "/observations", Http.JSON.writeValueAsString(set));
  }

  @SuppressWarnings("SystemOut")
  private void measure(String what, Call call, String labels, int expected)
      throws IOException, InterruptedException {
    send(call, WARM_UPS, expected);
    Clocks before = clocks(labels);
    send(call, ROUNDS, expected);
    Clocks took = clocks(labels).since(before);
    System.out.printf(
        "| %s | %.0f | %.0f | %.3f | %.0f | %.3f |%n",
        what,
        took.whole() / ROUNDS * 1e6,
        took.access() / ROUNDS * 1e6,
        took.whole() / (took.whole() - took.access()),
        took.noting() / ROUNDS * 1e6,
        took.whole() / (took.whole() - took.noting()));
  }

  private static void send(Call call, int times, int expected) throws IOException {
    for (int i = 0; i < times; i++) {
      int status = call.send();
      if (status != expected) {
        throw new IllegalStateException("expected " + expected + ", got " + status);
      }
    }
  }

  private Clocks clocks(String labels) throws IOException, InterruptedException {
    return new Clocks(
        meters.sum("vigil_security_decision_seconds_sum{outcome=\"admitted\"}"),
        meters.sum("vigil_access_held_seconds_sum"),
        meters.sum("http_server_requests_seconds_sum" + labels));
  }
}
