package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.VigilApi.Call;
import health.vigil.simulator.scenario.CareAct;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does at one bed what its scenario plans, in order, each when its minute has come. */
final class Nurse {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final BedPlan plan;
  private final Ward ward;
  private final String patientId;
  private final List<CareAct> planned;
  private final Deque<CareAct> ahead = new ArrayDeque<>();
  private final Deque<String> misfiled = new ArrayDeque<>();
  private long round;

  Nurse(BedPlan plan, Ward ward, String patientId) {
    this.plan = plan;
    this.ward = ward;
    this.patientId = patientId;
    this.planned =
        plan.scenario().care().stream().sorted(Comparator.comparing(CareAct::minute)).toList();
    ahead.addAll(planned);
  }

  /** Leaves out what has been done before this moment. */
  void begin(Moment moment) {
    round = moment.round();
    ahead.removeIf(act -> act.minute() < moment.minute());
  }

  /** A set of this patient has been recorded for the neighbour. */
  void misfiled(String observationId) {
    misfiled.add(observationId);
  }

  /** Does what has come up to this moment, and then goes on. */
  void until(Moment moment, Runnable then) {
    if (moment.round() != round) {
      round = moment.round();
      ahead.clear();
      ahead.addAll(planned);
    }
    if (ahead.isEmpty() || ahead.element().minute() > moment.minute()) {
      then.run();
      return;
    }
    Runnable again = () -> until(moment, then);
    switch (ahead.remove().act()) {
      case ACKNOWLEDGE -> acknowledge(ward.looks(), again);
      case MOVE_MISFILED -> moveMisfiled(again);
    }
  }

  /** An alert follows its set by a moment: so often is looked for one. */
  private void acknowledge(int looks, Runnable then) {
    ward.send(
        Call.get(
            Caller.nurse(plan.ward()),
            "/alerts?limit=500&presence=ON&presence=LATCHED&ward=" + plan.ward()),
        answer -> {
          Deque<String> open = new ArrayDeque<>();
          for (JsonNode alert : answer.body().path("items")) {
            if (alert.path("patientId").asText().equals(patientId)) {
              open.add(alert.path("alertId").asText());
            }
          }
          if (open.isEmpty() && looks > 1) {
            ward.at(ward.now().plus(LOOK_AGAIN), () -> acknowledge(looks - 1, then));
          } else {
            acknowledge(open, then);
          }
        });
  }

  private void acknowledge(Deque<String> open, Runnable then) {
    if (open.isEmpty()) {
      then.run();
      return;
    }
    String alert = open.remove();
    ward.send(
        Call.post(
            Caller.nurse(plan.ward()),
            "/alerts/" + alert + "/acknowledgement",
            "simulator-acknowledges-" + alert,
            Map.of()),
        answer -> acknowledge(open, then));
  }

  private void moveMisfiled(Runnable then) {
    Optional<String> neighbour = ward.neighbour(plan);
    if (misfiled.isEmpty() || neighbour.isEmpty()) {
      misfiled.clear();
      then.run();
      return;
    }
    String observation = misfiled.remove();
    ward.send(
        Call.post(
            Caller.nurse(plan.ward()),
            "/patients/%s/observations/%s/retraction".formatted(neighbour.get(), observation),
            "simulator-moves-" + observation,
            Map.of("reason", "monitor assigned to the wrong patient", "movedTo", patientId)),
        answer -> {
          if (answer.ok()) {
            ward.tally().moved();
            ward.observations().moved(observation, answer.body().path("movedAs").asText());
          } else {
            ward.tally().refused(plan.name() + ": " + answer.problem());
          }
          moveMisfiled(then);
        });
  }
}
