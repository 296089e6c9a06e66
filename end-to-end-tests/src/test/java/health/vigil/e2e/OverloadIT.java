package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.e2e.TheLog.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Three times as many readings as the machine can take, with a heap of 256 MB. How long: {@code
 * -Dvigil.overload.seconds=300}. What the machine takes is measured, so no other test runs
 * meanwhile.
 */
@Isolated
class OverloadIT {
  private static final Duration LOAD =
      Duration.ofSeconds(Integer.getInteger("vigil.overload.seconds", 10));
  private static final int TIMES = 3;
  private static final int STAYS = 40;
  private static final int CRITICAL = 10;
  private static final int CLIENTS = 16;
  private static final List<String> SMALL =
      List.of("-Xmx256m", "-XX:ActiveProcessorCount=2", "-XX:+ExitOnOutOfMemoryError");
  private static final double HEAP = 256.0 * 1024 * 1024;

  /** Generous: the machine is busy with the flood, with whoever makes it, and with other tests. */
  private static final Duration ALERTED_WITHIN = Duration.ofSeconds(10);

  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  @Test
  void whatIsAnsweredIsDurableTheRestIsRefusedAndAlertsComeFirst()
      throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Map.of(), SMALL)) {
      Http http = vigil.http();
      Flood flood = new Flood(http, admitted(http));
      flood.measure(CLIENTS, Duration.ofSeconds(2));
      double taken = flood.measure(CLIENTS, Duration.ofSeconds(4));

      try (SickBay bay = SickBay.of(http, "B", CRITICAL);
          HeapWatch heap = HeapWatch.of(vigil)) {
        bay.begin(LOAD);
        flood.offer(TIMES * taken, LOAD);
        recovers(vigil, workplace, flood);
        bay.finish(RECOVERED_WITHIN);

        Map<String, Duration> late = raisedAfter(workplace, bay);
        report(taken, flood, bay, late, heap);
        assertThat(bay.wrong).isEmpty();
        assertThat(bay.acknowledged).hasValue(CRITICAL);
        assertThat(bay.answered).hasSize(CRITICAL);
        assertThat(late)
            .hasSize(CRITICAL)
            .allSatisfy((patient, after) -> assertThat(after).isLessThan(ALERTED_WITHIN));
        assertThat(heap.least()).isLessThan(0.8 * HEAP);
      }
      checkAnswers(flood);
      checkLog(workplace, flood);
      assertThat(vigil.log()).doesNotContain("OutOfMemory").doesNotContain("A request failed");
      assertThat(new Meters(vigil.url()).all()).doesNotContain(flood.anyPatient());
    }
  }

  private static List<String> admitted(Http http) throws IOException, InterruptedException {
    Patients patients = new Patients(http);
    List<String> admitted = new ArrayList<>();
    for (int bed = 0; bed < STAYS; bed++) {
      admitted.add(patients.admit("F", String.valueOf(bed)));
    }
    return admitted;
  }

  private static void checkAnswers(Flood flood) {
    assertThat(flood.wrong).isEmpty();
    assertThat(flood.refused).as("the flood was one").isNotEmpty();
    assertThat(Duration.ofNanos(flood.slowest.get())).isLessThan(ANSWERED_WITHIN);
  }

  /** Each set that was answered is there once, and nothing that was refused. */
  private static void checkLog(Workplace workplace, Flood flood) {
    List<String> sets =
        workplace.log().of("VitalSignsRecorded").stream()
            .map(entry -> entry.text("messageId"))
            .filter(messageId -> messageId.startsWith("flood-"))
            .toList();
    Set<String> once = new HashSet<>(sets);
    assertThat(once).hasSize(sets.size()).isEqualTo(flood.recorded);
    assertThat(flood.refused).doesNotContainAnyElementsOf(once);
  }

  /** Without anybody's help: a client is served at once, health is up, nothing is left to do. */
  private static void recovers(Vigil vigil, Workplace workplace, Flood flood)
      throws IOException, InterruptedException {
    Instant end = Instant.now();
    await("a client is served again")
        .atMost(RECOVERED_WITHIN)
        .pollDelay(Duration.ZERO)
        .until(() -> flood.sendOne().status() == 201);
    await("every processor has caught up")
        .atMost(RECOVERED_WITHIN)
        .until(() -> workplace.readModels().caughtUp(workplace.log().head()));
    await("health is up").atMost(RECOVERED_WITHIN).until(() -> vigil.http().isWell());
    for (int i = 0; i < 20; i++) {
      flood.sendOne().expect(201);
    }
    assertThat(workplace.readModels().parked()).isEmpty();
    assertThat(Duration.between(end, Instant.now())).isLessThan(RECOVERED_WITHIN);
  }

  /** How long after the answer each critical set's alert was in the log. */
  private static Map<String, Duration> raisedAfter(Workplace workplace, SickBay bay) {
    Map<String, Instant> raised =
        workplace.log().of("AlertRaised").stream()
            .collect(Collectors.toMap(e -> e.text("patientId"), Entry::recordedAt, (a, b) -> a));
    Map<String, Duration> late = new HashMap<>();
    bay.answered.forEach(
        (patient, at) -> {
          Instant alert = raised.get(patient);
          late.put(patient, alert == null ? Duration.ofDays(1) : Duration.between(at, alert));
        });
    return late;
  }

  @SuppressWarnings("SystemOut")
  private static void report(
      double taken, Flood flood, SickBay bay, Map<String, Duration> late, HeapWatch heap) {
    System.out.printf(
        "[overload] takes %.0f sets/s; offered %d times that for %d s: %d recorded, %d refused, %d not"
            + " sent; slowest answer %d ms; %d critical sets, their alerts after %d ms at most;"
            + " %d boards read; least heap %d MB%n",
        taken,
        TIMES,
        LOAD.toSeconds(),
        flood.recorded.size(),
        flood.refused.size(),
        flood.unsent.get(),
        TimeUnit.NANOSECONDS.toMillis(flood.slowest.get()),
        bay.answered.size(),
        late.values().stream().mapToLong(Duration::toMillis).max().orElse(0),
        bay.boards.get(),
        (long) (heap.least() / 1024 / 1024));
  }

  /**
   * The heap in use, often looked at: the least of it within the last looks is what stayed after a
   * garbage collection.
   */
  private record HeapWatch(ScheduledExecutorService clock, AtomicLong leastOfAll)
      implements AutoCloseable {

    static HeapWatch of(Vigil vigil) {
      Meters meters = new Meters(vigil.url());
      HeapWatch watch =
          new HeapWatch(
              Executors.newSingleThreadScheduledExecutor(), new AtomicLong(Long.MAX_VALUE));
      @SuppressWarnings("unused") // ends with the executor
      var looking =
          watch.clock.scheduleWithFixedDelay(
              () -> watch.look(meters), LOAD.toMillis() / 2, 250, TimeUnit.MILLISECONDS);
      return watch;
    }

    double least() {
      return leastOfAll.get();
    }

    private void look(Meters meters) {
      try {
        long used = (long) meters.sum("jvm_memory_used_bytes{area=\"heap\"");
        leastOfAll.accumulateAndGet(used, Math::min);
      } catch (IOException missed) {
        // The next look is a moment away; without any, the least stays beyond every bound.
        leastOfAll.accumulateAndGet(Long.MAX_VALUE, Math::min);
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}
