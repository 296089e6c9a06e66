package health.vigil.synthea;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Prints a line every few seconds while something is going on. */
final class Progress {
  private static final long SECONDS = 5;

  private Progress() {}

  /** What is going on. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static void during(Work work, PrintStream out, Supplier<String> line)
      throws IOException, InterruptedException {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    try {
      var unused =
          timer.scheduleAtFixedRate(
              () -> out.println("  " + line.get()), SECONDS, SECONDS, TimeUnit.SECONDS);
      work.run();
    } finally {
      timer.shutdownNow();
    }
  }

  /** How far feeding is after a time. */
  static String line(Account account, Duration elapsed) {
    Counts patients = account.patients().all();
    Counts total = account.total();
    double rate = total.done() * 1000.0 / Math.max(1, elapsed.toMillis());
    return String.format(
        Locale.ROOT,
        "%,d of %,d patients registered, %,d of %,d vital signs, %,.0f/s, %s",
        patients.done(),
        patients.inFiles(),
        total.done(),
        total.inFiles(),
        rate,
        rate > 0 ? "%,.0f s left".formatted(total.unaccounted() / rate) : "waiting for Vigil");
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }
}
