package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Measures regularly how far each processor is behind the log, and since when. Gauges show the last
 * measurement, so that reading metrics asks no database.
 */
@Singleton
public class LagSampler {

  private static final Logger LOG = Logger.getLogger(LagSampler.class);

  private final AxonConfig config;
  private final Processors processors;
  private final ProcessorPositions positions;
  private final DeadLetters letters;
  private final MeterRegistry meters;
  private final LogHistory history = new LogHistory();
  private final Map<String, Sample> samples = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService clock;

  LagSampler(
      AxonConfig config,
      Processors processors,
      ProcessorPositions positions,
      DeadLetters letters,
      MeterRegistry meters) {
    this.config = config;
    this.processors = processors;
    this.positions = positions;
    this.letters = letters;
    this.meters = meters;
  }

  /** Begins to measure, once the processors are there. */
  public void start() {
    processors.all().forEach(this::register);
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "vigil-axon-lag");
              thread.setDaemon(true);
              return thread;
            });
    long interval = config.health().sampleInterval().toMillis();
    @SuppressWarnings("unused") // ends with the executor
    var sampling =
        started.scheduleWithFixedDelay(this::sampleQuietly, 0, interval, TimeUnit.MILLISECONDS);
    clock = started;
  }

  /** Measures no more. */
  public void stop() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  /**
   * How long the log has held more than a processor at this position has handled, up to an interval
   * of measuring more; zero when it holds no more.
   */
  public Duration behindFor(long position) {
    return history.behindFor(position, System.nanoTime());
  }

  private void sampleQuietly() {
    try {
      sample();
    } catch (RuntimeException e) {
      // The health check reports what can not be read; the next measurement tries again.
      LOG.debug("The lag of the processors could not be measured", e);
    }
  }

  private void sample() {
    long head = positions.head();
    history.headWas(head, System.nanoTime());
    long slowest = head;
    for (RunningProcessor processor : processors.all()) {
      if (processor.resumed()) {
        LOG.errorf("%s was paused by an error; it goes on", processor.name());
      }
      long position = positions.of(processor.name());
      slowest = Math.min(slowest, position);
      samples.put(
          processor.name(),
          new Sample(
              Math.max(0, head - position),
              history.behindFor(position, System.nanoTime()),
              letters.count(processor.name())));
    }
    history.forgetUpTo(slowest);
  }

  private void register(RunningProcessor processor) {
    String name = processor.name();
    samples.put(name, Sample.NONE);
    gauge("vigil.axon.processor.lag", "Events that the processor is behind", name, Sample::events);
    gauge(
        "vigil.axon.processor.lag.seconds",
        "How long the processor has been behind",
        name,
        sample -> sample.since().toMillis() / 1000.0);
    gauge("vigil.axon.processor.parked", "Parked events", name, Sample::parked);
  }

  private void gauge(
      String meter, String description, String processor, ToDoubleFunction<Sample> value) {
    Gauge.builder(
            meter, samples, all -> value.applyAsDouble(all.getOrDefault(processor, Sample.NONE)))
        .description(description)
        .tag("processor", processor)
        .register(meters);
  }

  private record Sample(long events, Duration since, long parked) {
    static final Sample NONE = new Sample(0, Duration.ZERO, 0);
  }
}
