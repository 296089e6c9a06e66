package health.vigil.projection.testlog;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * A log of a hospital, every event in the stream and with the sequence number that it would have.
 *
 * @param appends in order; the events of each are appended at once
 */
public record GeneratedLog(List<List<DomainEventMessage<?>>> appends) {
  public GeneratedLog {
    appends = List.copyOf(appends);
  }

  /**
   * At least {@code events} events; the same for the same {@code seed}. Logs of different seeds
   * have no stream in common and may be appended at the same time.
   */
  public static GeneratedLog of(long seed, int events) {
    return new Hospital(seed).runUntil(events);
  }

  public long size() {
    return appends.stream().mapToLong(List::size).sum();
  }
}
