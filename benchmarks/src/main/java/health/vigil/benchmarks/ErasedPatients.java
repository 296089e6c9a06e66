package health.vigil.benchmarks;

import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Patients who live a stay and are erased on the word of two people, as seen by several nodes. */
final class ErasedPatients {
  private static final String FAMILY = "Muster";

  private final List<Http> nodes;
  private final Http second;
  private final String ward;
  private final int sets;

  ErasedPatients(List<Vigil> nodes, String ward, int sets) {
    this.nodes = nodes.stream().map(Vigil::http).toList();
    TokenRequest supervisor =
        TokenRequest.of("second").from("benchmark").as("supervisor", TokenRequest.EVERY_WARD);
    String token = DemoIssuer.in(nodes.get(0).issuer()).token(supervisor);
    this.second = new Http(nodes.get(0).url(), () -> token);
    this.ward = ward;
    this.sets = sets;
  }

  /** Somebody who has come and gone, and whose erasure one person has asked for. */
  record Told(String patient, String mrn) {}

  Told live(int number) throws IOException, InterruptedException {
    Http http = nodes.get(0);
    Patients patients = new Patients(http);
    String bed = String.valueOf(number);
    String patient = patients.admit(ward, bed);
    for (int set = 0; set < sets; set++) {
      patients.observe(patient, Patients.well(Instant.now(), patient + ":" + set)).expect(201);
    }
    http.post("/patients/" + patient + "/discharge", Map.of()).expect(200);
    http.post(erasure(patient), Map.of("reason", "PATIENT_REQUEST")).expect(202);
    return new Told(patient, "E2E-" + ward + "-" + bed);
  }

  /** Every node has opened what is told of the patient, and has the key in memory. */
  void open(Told told) throws IOException, InterruptedException {
    for (Http node : nodes) {
      if (!shows(node, told)) {
        throw new IllegalStateException("what is not shown can not be forgotten");
      }
    }
  }

  void erase(Told told) throws IOException, InterruptedException {
    second.post(erasure(told.patient()) + "/confirmation", Map.of()).expect(200);
  }

  void awaitForgotten(Told told) throws IOException, InterruptedException {
    for (Http node : nodes) {
      while (shows(node, told)) {
        Thread.onSpinWait();
      }
    }
  }

  /** In the read models, found by the number, or in the patient's events. */
  private static boolean shows(Http node, Told told) throws IOException, InterruptedException {
    String patient = "/patients/" + told.patient();
    return text(node.get(patient)).contains(FAMILY)
        || text(node.post("/patients/search", Map.of("mrn", told.mrn()))).contains(told.patient())
        || text(node.get(patient + "/history?limit=20")).contains(FAMILY);
  }

  private static String text(Http.Answer answer) {
    return answer.expect(200).body().toString();
  }

  private static String erasure(String patient) {
    return "/patients/" + patient + "/erasure";
  }
}
