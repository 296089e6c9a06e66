package health.vigil.monitoring.budget;

import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;

/** What a continuous device measured at one time. */
public record Reading(VitalSigns values, Instant measuredAt) {}
