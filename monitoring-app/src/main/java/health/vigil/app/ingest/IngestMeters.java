package health.vigil.app.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what becomes of sets and readings that are posted; says nothing of patients. */
@Singleton
class IngestMeters {
  private final Counter recorded;
  private final Counter merged;
  private final Counter duplicate;

  IngestMeters(MeterRegistry registry, Devices devices) {
    this.recorded = counter("recorded", registry);
    this.merged = counter("merged", registry);
    this.duplicate = counter("duplicate", registry);
    Gauge.builder("vigil.ingest.windows", devices, Devices::count)
        .description("Continuous devices whose readings may be merged on this node")
        .register(registry);
  }

  void recorded() {
    recorded.increment();
  }

  void merged() {
    merged.increment();
  }

  void duplicate() {
    duplicate.increment();
  }

  private static Counter counter(String disposition, MeterRegistry registry) {
    return Counter.builder("vigil.ingest.readings")
        .description("Observation sets and readings that were posted, by what became of them")
        .tag("disposition", disposition)
        .register(registry);
  }
}
