package health.vigil.app.limit;

import health.vigil.axon.processor.LagSampler;
import health.vigil.axon.processor.ProcessorPositions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /**
   * What is known of it.
   *
   * @param longest of the processor that is furthest behind and moves
   * @param isWhole whether all of them move
   */
  record Look(Duration longest, boolean isWhole) {}

  /** To be asked by one thread, which it may block. */
  Look look() {
    List<Optional<Duration>> lags =
        processors.entrySet().stream()
            .map(processor -> lag(processor.getKey(), processor.getValue()))
            .toList();
    return new Look(
        lags.stream().flatMap(Optional::stream).max(Duration::compareTo).orElse(Duration.ZERO),
        lags.stream().allMatch(Optional::isPresent));
  }

  private Optional<Duration> lag(String processor, Progress progress) {
    long position = positions.of(processor);
    return progress.lag(position, sampler.behindFor(position), System.nanoTime());
  }
}
