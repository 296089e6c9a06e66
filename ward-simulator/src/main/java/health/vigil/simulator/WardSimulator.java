package health.vigil.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Runs simulated beds until it is stopped, or checks one round of their scenarios. */
public final class WardSimulator {
  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final int WRONG_COMMAND_LINE = 2;

  private WardSimulator() {}

  /**
   * Exits with 2 and one sentence when the options are not understood; with {@code --check} with 0
   * when everything was as the scenarios expect, else with 1.
   */
  public static void main(String[] arguments) throws InterruptedException {
    SimulatorOptions options;
    List<BedPlan> plans;
    Tokens tokens;
    try {
      options = SimulatorOptions.of(arguments);
      plans = Layout.of(options);
      tokens = Tokens.of(options);
    } catch (IllegalArgumentException e) {
      complain(e.getMessage() + "\n" + SimulatorOptions.USAGE);
      System.exit(WRONG_COMMAND_LINE);
      return;
    }
    System.exit(run(options, plans, tokens));
  }

  private static int run(SimulatorOptions options, List<BedPlan> plans, Tokens tokens)
      throws InterruptedException {
    Tally tally = new Tally();
    CompletableFuture<Void> failed = new CompletableFuture<>();
    VigilApi api = new VigilApi(options.url(), tokens);
    try (Clockwork clockwork = new Clockwork(Clock.systemUTC(), failed::completeExceptionally)) {
      Calls calls = new Calls(api, clockwork, options.requests(), tally);
      Ward ward = new Ward(options, plans, clockwork, calls, tally, WardSimulator::say);
      say(
          "%d beds from ward %s on, a set every %s, %s scenario minutes a minute"
              .formatted(plans.size(), options.ward(), options.interval(), options.speed()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(clockwork, tally)));
      clockwork.execute(ward::open);
      clockwork.every(PROGRESS, () -> say(tally.progress(ward.beds().size(), PROGRESS)));
      CompletableFuture.anyOf(failed, ward.over()).get();
      return new Verdict(api, ward, options).tell(WardSimulator::say);
    } catch (ExecutionException e) {
      complain(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
      return 1;
    }
  }

  /** Nothing more is sent; what is under way has its message id and may be sent again. */
  private static void end(Clockwork clockwork, Tally tally) {
    clockwork.close();
    say("stopped: " + tally.summary());
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println("ward-simulator: " + line);
  }

  @SuppressWarnings("SystemOut")
  private static void complain(String line) {
    System.err.println("ward-simulator: " + line);
  }
}
