package health.vigil.monitoring.budget;

import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import java.time.Instant;
import java.util.Map;

/**
 * Readings of one device that said nothing new, in short.
 *
 * @param monitoringId the stream of the set that stands for them
 * @param observationId that set
 * @param count how many, above 0
 * @param from when the first was measured
 * @param to when the last was measured
 */
public record MergedReadings(
    MonitoringId monitoringId,
    ObservationId observationId,
    int count,
    Instant from,
    Instant to,
    Map<Vital, MergedValue> values) {
  public MergedReadings {
    values = InEnumOrder.copyOf(Vital.class, values);
  }
}
