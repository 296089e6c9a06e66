package health.vigil.benchmarks;

import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.ReadModels;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How many events go into one transaction of a projection? Every projection is built from the same
 * log of {@code -Devents=30000} events, once for each of {@code -Dsizes=1,500}; 1 is Axon's
 * default.
 */
final class ReplayBatches {
  private static final int EVENTS = Integer.getInteger("events", 30_000);
  private static final int PATIENTS = 20;
  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("sizes", "1,10,50,200,500,1000,2000").split(","))
          .map(Integer::valueOf)
          .toList();

  private static final String BEGUN =
      "SELECT count(*) FROM vigil.tokens WHERE processor_name = 'ward-board'";

  private ReplayBatches() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workplace workplace =
        Workplace.in(Files.createTempDirectory(Path.of("target"), "replay"))) {
      try (Vigil vigil = workplace.start(Map.of())) {
        fill(vigil.http());
      }
      long head = workplace.log().head();
      System.out.printf(
          "%d events in the log%n| batch size | events/s | ratio |%n|---|---|---|%n", head);
      double first = 0;
      for (int size : SIZES) {
        double rate = rate(workplace, size, head);
        first = first == 0 ? rate : first;
        System.out.printf("| %d | %.0f | %.1f |%n", size, rate, rate / first);
      }
    }
  }

  private static void fill(Http http) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(PATIENTS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < PATIENTS; i++) {
      String bed = String.valueOf(i);
      all.add(threads.submit(() -> fill(http, bed)));
    }
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e);
      }
    }
    threads.shutdown();
    if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the clients did not end");
    }
  }

  private static Void fill(Http http, String bed) throws IOException, InterruptedException {
    Patients patients = new Patients(http);
    String patient = patients.register("R", bed);
    Instant start = Instant.now().minusSeconds(EVENTS / PATIENTS + 120L);
    patients.admit(patient, "R", bed, start.minusSeconds(60));
    for (int set = 0; set < EVENTS / PATIENTS; set++) {
      patients
          .observe(patient, Patients.well(start.plusSeconds(set), patient + ":" + set))
          .expect(201);
    }
    return null;
  }

  /**
   * All projections together, from the first token to the last event; the start of the application
   * is not counted.
   */
  private static double rate(Workplace workplace, int batchSize, long head) {
    ReadModels readModels = workplace.readModels();
    readModels.forget();
    Map<String, String> settings =
        Map.of("vigil.axon.projections.batch-size", String.valueOf(batchSize));
    CompletableFuture<Vigil> starting =
        CompletableFuture.supplyAsync(() -> start(workplace, settings));
    try {
      await(() -> workplace.log().number(BEGUN) > 0);
      long begin = System.nanoTime();
      await(() -> readModels.caughtUp(head));
      return head / ((System.nanoTime() - begin) / 1e9);
    } finally {
      starting.join().close();
    }
  }

  private static Vigil start(Workplace workplace, Map<String, String> settings) {
    try {
      return workplace.start(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
