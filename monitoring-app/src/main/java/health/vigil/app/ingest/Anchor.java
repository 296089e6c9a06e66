package health.vigil.app.ingest;

import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.budget.Reading;
import java.time.Instant;

/**
 * The recorded reading that stands for those that say nothing new.
 *
 * @param position in the log, of the last event of its append
 * @param plan by which it was judged
 * @param at when it was recorded, by the clock of this node
 */
record Anchor(
    ObservationId id,
    MonitoringId stream,
    long position,
    CommandKey key,
    Reading reading,
    MonitoringPlan plan,
    Instant at) {}
