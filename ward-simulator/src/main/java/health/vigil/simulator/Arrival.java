package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.VigilApi.Answer;
import health.vigil.simulator.VigilApi.Call;
import health.vigil.simulator.scenario.Plan;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How a patient gets into a bed, or is found there again. */
final class Arrival {
  private static final int CONFLICT = 409;

  private final Calls calls;
  private final BedPlan plan;

  Arrival(Calls calls, BedPlan plan) {
    this.calls = calls;
    this.plan = plan;
  }

  /**
   * A patient in a bed.
   *
   * @param since the admission: minute 0
   * @param found whether the patient was there before
   */
  record Admitted(String patientId, Instant since, boolean found) {}

  /** Vigil has refused; the message says what and why. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String what, Answer answer) {
      super(what + " was answered " + answer.problem());
    }
  }

  /** Registers the patient, who has the same record number in every run. */
  CompletableFuture<JsonNode> register() {
    String key = "simulator-registers-" + plan.person().mrn();
    return calls
        .send(Call.post(nurse(), "/patients", key, plan.person().registration()))
        .thenApply(answer -> accepted("the registration", answer));
  }

  /** Admits the registered patient at this time, unless that has been done before. */
  CompletableFuture<Admitted> admit(JsonNode registered, Instant now) {
    String patient = registered.path("patientId").asText();
    Map<String, Object> admission =
        Map.of("ward", plan.ward(), "bed", plan.bed(), "admittedAt", now.toString());
    String key = "simulator-admits-" + patient + "-" + now.toEpochMilli();
    return calls
        .send(Call.post(nurse(), "/patients/" + patient + "/admission", key, admission))
        .thenCompose(
            answer ->
                answer.status() == CONFLICT
                    ? find(patient, answer)
                    : decide(patient, accepted("the admission", answer))
                        .thenApply(decided -> new Admitted(patient, now, false)))
        .thenCompose(admitted -> pair(admitted, now));
  }

  /** From here on the bed's device may send this patient's sets. */
  private CompletionStage<Admitted> pair(Admitted admitted, Instant now) {
    String device = plan.device();
    return calls
        .send(
            Call.post(
                nurse(),
                "/devices/" + device + "/pairing",
                "simulator-pairs-" + device + "-" + now.toEpochMilli(),
                Map.of("patientId", admitted.patientId())))
        .thenApply(
            answer -> {
              accepted("the pairing of " + device, answer);
              return admitted;
            });
  }

  /** Whoever can not be admitted may lie there already. */
  private CompletionStage<Admitted> find(String patient, Answer refusal) {
    return calls
        .send(Call.get(nurse(), "/patients/" + patient))
        .thenApply(
            known -> {
              String since = known.body().at("/stay/admittedAt").asText("");
              if (since.isEmpty()) {
                throw new Refused("the admission", refusal);
              }
              return new Admitted(patient, Instant.parse(since), true);
            });
  }

  /** The scenario's own monitoring plan, if it has one. */
  private CompletionStage<JsonNode> decide(String patient, JsonNode admitted) {
    Plan decided = plan.scenario().plan();
    if (decided == null) {
      return CompletableFuture.completedFuture(admitted);
    }
    Caller physician = Caller.physician(plan.ward());
    String path = "/patients/" + patient + "/monitoring-plan";
    return calls
        .send(Call.get(physician, path + "?minPosition=" + admitted.path("position").asLong()))
        .thenCompose(
            inForce -> calls.send(Call.put(physician, path, inForce.etag().orElse("*"), decided)))
        .thenApply(answer -> accepted("the monitoring plan", answer));
  }

  private Caller nurse() {
    return Caller.nurse(plan.ward());
  }

  private static JsonNode accepted(String what, Answer answer) {
    if (!answer.ok()) {
      throw new Refused(what, answer);
    }
    return answer.body();
  }
}
