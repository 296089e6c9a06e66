package health.vigil.axon.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of commands: {@code vigil.axon.commands} by {@code outcome}. */
public final class CommandCounters {

  private final Counter handled;
  private final Counter refused;
  private final Counter retried;
  private final Counter recorded;

  /** Counts into this registry. */
  public CommandCounters(MeterRegistry registry) {
    handled = counter(registry, "handled");
    refused = counter(registry, "refused");
    retried = counter(registry, "retried");
    recorded = counter(registry, "already-recorded");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("vigil.axon.commands")
        .description("Commands by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  void handled() {
    handled.increment();
  }

  void refused() {
    refused.increment();
  }

  void retried() {
    retried.increment();
  }

  void recorded() {
    recorded.increment();
  }
}
