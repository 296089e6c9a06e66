package health.vigil.overdue;

import java.time.Instant;

/** What the deadline of an overdue observation carries: the absolute time it was set to. */
record ObservationOverdue(Instant at) {}
