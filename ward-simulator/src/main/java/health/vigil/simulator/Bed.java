package health.vigil.simulator;

import health.vigil.simulator.Monitor.Message;
import health.vigil.simulator.VigilApi.Answer;
import health.vigil.simulator.VigilApi.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One bed: what its device and its nurse send, one message after the other, each when it is due.
 * When Vigil does not take them they wait, up to a limit; beyond that the oldest are given up and
 * counted. Used on the {@link Clockwork} only.
 */
final class Bed {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final BedPlan plan;
  private final Ward ward;
  private final Timeline timeline;
  private final Monitor monitor;
  private final String patientId;
  private final Nurse nurse;
  private final @Nullable CourseCheck check;
  private final Consumer<Bed> onOver;
  private long next;
  private Moment reached;

  /**
   * @param check null when the bed goes on for ever
   * @param onOver told when a checked bed has gone through its scenario
   */
  Bed(
      BedPlan plan,
      Ward ward,
      Timeline timeline,
      Monitor monitor,
      String patientId,
      @Nullable CourseCheck check,
      Consumer<Bed> onOver) {
    this.plan = plan;
    this.ward = ward;
    this.timeline = timeline;
    this.monitor = monitor;
    this.patientId = patientId;
    this.nurse = new Nurse(plan, ward, patientId);
    this.check = check;
    this.onOver = onOver;
    this.reached = timeline.tick(0);
  }

  BedPlan plan() {
    return plan;
  }

  String patientId() {
    return patientId;
  }

  Timeline timeline() {
    return timeline;
  }

  @Nullable CourseCheck check() {
    return check;
  }

  /** Sends from now on; what was due before is left out, but for a checked bed. */
  void start() {
    if (check == null) {
      next = Math.max(0, timeline.lastTick(ward.now()));
      nurse.begin(timeline.tick(next));
    }
    turn();
  }

  private void turn() {
    giveUpTheOldest();
    Moment moment = timeline.tick(next);
    if (check != null && moment.round() > 0) {
      reached = moment;
      onOver.accept(this);
    } else if (!ward.deviceIsBack(plan, moment)) {
      ward.at(ward.now().plus(LOOK_AGAIN), this::turn);
    } else if (moment.at().isAfter(ward.now())) {
      ward.at(moment.at(), this::turn);
    } else {
      nurse.until(moment, () -> send(moment));
    }
  }

  /** Whether this bed has come to a minute of its scenario, all that its nurse does included. */
  boolean hasReached(long round, double minute) {
    return reached.round() > round || (reached.round() == round && reached.minute() >= minute);
  }

  private void giveUpTheOldest() {
    long excess = timeline.lastTick(ward.now()) - next - ward.keep();
    if (excess > 0) {
      next += excess;
      ward.tally().givenUp(excess);
      ward.say("%s: %d readings given up".formatted(plan.name(), excess));
    }
  }

  private void send(Moment moment) {
    next = moment.tick() + 1;
    reached = moment;
    Optional<Message> message = monitor.message(moment);
    if (message.isEmpty()) {
      ward.soon(this::turn);
      return;
    }
    Optional<String> receiver =
        message.get().misfiled() ? ward.neighbour(plan) : Optional.of(patientId);
    String path = "/patients/" + receiver.orElse(patientId) + "/observations";
    Caller device = Caller.device(message.get().device());
    Call call = Call.post(device, path, message.get().id(), message.get().body());
    ward.send(
        call,
        answer -> {
          take(moment, message.get(), answer);
          turn();
        });
  }

  private void take(Moment moment, Message message, Answer answer) {
    if (!answer.ok()) {
      ward.tally().refused(plan.name() + ": " + answer.problem());
      ward.say("%s: refused %s: %s".formatted(plan.name(), message.id(), answer.problem()));
      return;
    }
    if (answer.body().path("disposition").asText("").equals("MERGED")) {
      ward.tally().merged();
      return;
    }
    ward.tally().recorded();
    String observation = answer.body().path("observationId").asText();
    if (message.misfiled()) {
      nurse.misfiled(observation);
    }
    if (message.complete()) {
      ward.detail(
          () ->
              "%s minute %.0f: %s"
                  .formatted(plan.name(), moment.minute(), answer.body().path("score")));
    }
    if (check != null) {
      ward.observations().sent(observation, plan, moment.minute());
      check.recorded(moment, message, answer.body());
    }
  }
}
