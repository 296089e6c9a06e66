package health.vigil.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Runs the beds of one ward until it is stopped. */
public final class WardSimulator {
  private static final long LOOK_MILLIS = 250;

  private WardSimulator() {}

  /** Exits with 2 and one sentence when the options are not understood. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws InterruptedException {
    SimulatorOptions options;
    try {
      options = SimulatorOptions.of(arguments);
    } catch (RuntimeException e) {
      System.err.println("ward-simulator: " + e.getMessage() + "; " + SimulatorOptions.USAGE);
      System.exit(2);
      return;
    }
    List<SimulatedBed> beds = Ward.of(options, new VigilApi(options.url()), Clock.systemUTC());
    System.out.printf(
        "ward-simulator: %d beds on ward %s, a set every %s%n",
        beds.size(), options.ward(), options.interval());
    while (true) {
      beds.forEach(WardSimulator::observe);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void observe(SimulatedBed bed) {
    try {
      if (bed.observe()) {
        System.out.println("ward-simulator: " + bed.name() + " sent a set");
      }
    } catch (IOException e) {
      System.err.println("ward-simulator: " + bed.name() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }
}
