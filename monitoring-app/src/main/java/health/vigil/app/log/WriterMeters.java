package health.vigil.app.log;

import health.vigil.store.PostgresLog;
import health.vigil.store.append.WriterObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Counts what this node's writer of the log does; says nothing of what is written. */
@Singleton
class WriterMeters implements WriterObserver {
  private final MeterRegistry registry;
  private final WriterState state;
  private final DistributionSummary appends;
  private final DistributionSummary events;
  private final Timer groups;
  private final Counter refused;
  private final Counter unknown;
  private final Counter recoveries;

  WriterMeters(MeterRegistry registry, WriterState state) {
    this.registry = registry;
    this.state = state;
    this.appends = summary("appends", "Appends that were written together");
    this.events = summary("events", "Events that were written together");
    this.groups =
        Timer.builder("vigil.log.group")
            .description("From the call of PostgreSQL for a group of appends to its answer")
            .register(registry);
    this.refused = counter("refused", "Appends that were told to come again");
    this.unknown = counter("unknown", "Appends whose callers were told that nobody knows");
    this.recoveries = counter("recoveries", "Connections that took the place of a lost one");
  }

  /** To be called once. */
  void watch(PostgresLog log) {
    Gauge.builder("vigil.log.waiting", log, PostgresLog::waitingAppends)
        .description("Appends that wait for the writer")
        .register(registry);
  }

  @Override
  public void grouped(int groupedAppends, int groupedEvents, long head, long nanos) {
    appends.record(groupedAppends);
    events.record(groupedEvents);
    groups.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void refused() {
    refused.increment();
  }

  @Override
  public void unknown() {
    unknown.increment();
    state.unknown();
  }

  @Override
  public void lost() {
    state.lost();
  }

  @Override
  public void recovered() {
    recoveries.increment();
    state.recovered();
  }

  private DistributionSummary summary(String what, String description) {
    return DistributionSummary.builder("vigil.log.group." + what)
        .description(description)
        .register(registry);
  }

  private Counter counter(String what, String description) {
    return Counter.builder("vigil.log." + what).description(description).register(registry);
  }
}
