package health.vigil.app.limit;

import health.vigil.axon.processor.LagSampler;
import health.vigil.axon.processor.ProcessorPositions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** How far alerting is behind the log. */
@Singleton
class AlertLag {
  private final ProcessorPositions positions;
  private final LagSampler sampler;
  private final Map<String, Progress> processors =
      Map.of("episode-alert", new Progress(), "overdue-observation", new Progress());

  AlertLag(ProcessorPositions positions, LagSampler sampler) {
    this.positions = positions;
    this.sampler = sampler;
  }

  /** Of the processor that is furthest behind. To be asked by one thread, which it may block. */
  Duration longest() {
    return processors.entrySet().stream()
        .map(processor -> lag(processor.getKey(), processor.getValue()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Duration lag(String processor, Progress progress) {
    long position = positions.of(processor);
    return progress.lag(position, sampler.behindFor(position), System.nanoTime());
  }
}
