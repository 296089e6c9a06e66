package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.Arrival.Admitted;
import health.vigil.simulator.VigilApi.Answer;
import health.vigil.simulator.VigilApi.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All beds: brings the patients in and lets each bed send. Used on the {@link Clockwork} only. */
final class Ward {
  private static final Duration NEXT_TRY = Duration.ofSeconds(5);

  private static final int LOOKS_OF_A_CHECK = 40;

  private final SimulatorOptions options;
  private final List<BedPlan> plans;
  private final Clockwork clockwork;
  private final Calls calls;
  private final Tally tally;
  private final Consumer<String> out;
  private final Observations observations = new Observations();
  private final Map<Integer, Bed> beds = new HashMap<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Instant beginning;
  private int finished;

  Ward(
      SimulatorOptions options,
      List<BedPlan> plans,
      Clockwork clockwork,
      Calls calls,
      Tally tally,
      Consumer<String> out) {
    this.options = options;
    this.plans = plans;
    this.clockwork = clockwork;
    this.calls = calls;
    this.tally = tally;
    this.out = out;
    this.beginning = Instant.ofEpochMilli(clockwork.now().toEpochMilli()).minus(options.delay());
  }

  void open() {
    plans.forEach(this::bringIn);
  }

  private void bringIn(BedPlan plan) {
    Arrival arrival = new Arrival(calls, plan);
    CompletableFuture<Void> unused =
        arrival
            .register()
            .thenCompose((JsonNode registered) -> arrival.admit(registered, beginning))
            .handle(
                (admitted, failure) -> {
                  if (failure != null) {
                    notIn(plan, failure);
                  } else {
                    lieDown(plan, admitted);
                  }
                  return null;
                });
  }

  private void notIn(BedPlan plan, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (options.check()) {
      over.completeExceptionally(cause);
      return;
    }
    say(plan.name() + ": " + cause.getMessage());
    clockwork.after(NEXT_TRY, () -> bringIn(plan));
  }

  private void lieDown(BedPlan plan, Admitted admitted) {
    if (options.check() && admitted.found()) {
      over.completeExceptionally(
          new IllegalStateException(
              "%s is taken by an earlier run: name another --ward".formatted(plan.name())));
      return;
    }
    Duration step = options.step(plan);
    Duration offset = step.multipliedBy(plan.index()).dividedBy(plans.size());
    Timeline timeline =
        new Timeline(admitted.since(), step, offset, options.speed(), plan.scenario().minutes());
    Bed bed =
        new Bed(
            plan,
            this,
            timeline,
            new Monitor(plan, run(plan, admitted.since()), options.setEvery(plan)),
            admitted.patientId(),
            options.check() ? new CourseCheck(plan.scenario()) : null,
            this::finish);
    beds.put(plan.index(), bed);
    bed.start();
  }

  /** Other content never goes out under an id that was used: the id holds what decides about it. */
  private String run(BedPlan plan, Instant since) {
    int settings =
        List.of(
                plan.scenario().name(),
                plan.seed(),
                plan.continuous(),
                options.interval(),
                options.readingEvery(),
                plans.size(),
                Double.toString(options.speed()))
            .hashCode();
    return "%d-%08x".formatted(since.toEpochMilli(), settings);
  }

  private void finish(Bed bed) {
    finished++;
    if (finished == plans.size()) {
      over.complete(null);
    }
  }

  /** Done when every checked bed has gone through its scenario. */
  CompletableFuture<Void> over() {
    return over;
  }

  List<Bed> beds() {
    return new ArrayList<>(beds.values());
  }

  Optional<Bed> neighbourOf(Bed bed) {
    return Optional.ofNullable(beds.get(bed.plan().index() + 1))
        .filter(next -> next.plan().ward().equals(bed.plan().ward()));
  }

  /** The patient of the next bed of the ward, who may not be there yet. */
  Optional<String> neighbour(BedPlan plan) {
    @Nullable Bed next = beds.get(plan.index() + 1);
    return Optional.ofNullable(next).map(Bed::patientId);
  }

  /**
   * When a check runs, a bed whose device was lent goes on only after the sets of the bed before
   * have been put right, however slow the answers are.
   */
  boolean deviceIsBack(BedPlan plan, Moment moment) {
    @Nullable Bed before = beds.get(plan.index() - 1);
    return !options.check()
        || before == null
        || plan.lent()
            .filter(span -> moment.minute() >= span.to())
            .map(span -> before.hasReached(moment.round(), span.to()))
            .orElse(true);
  }

  void send(Call call, Consumer<Answer> then) {
    CompletableFuture<Void> unused =
        calls
            .send(call)
            .thenAccept(then)
            .exceptionally(
                failure -> {
                  over.completeExceptionally(failure);
                  return null;
                });
  }

  Instant now() {
    return clockwork.now().minus(options.delay());
  }

  void at(Instant time, Runnable turn) {
    clockwork.after(Duration.between(now(), time), turn);
  }

  void soon(Runnable turn) {
    clockwork.execute(turn);
  }

  /** How often a nurse looks for an alert that a scenario has her acknowledge. */
  int looks() {
    return options.check() ? LOOKS_OF_A_CHECK : 1;
  }

  long keep() {
    return options.keep();
  }

  Tally tally() {
    return tally;
  }

  Observations observations() {
    return observations;
  }

  void say(String line) {
    out.accept(line);
  }

  void detail(Supplier<String> line) {
    if (options.verbose()) {
      out.accept(line.get());
    }
  }
}
