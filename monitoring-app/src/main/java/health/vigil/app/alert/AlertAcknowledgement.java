package health.vigil.app.alert;

import health.vigil.alert.AlertId;
import java.time.Instant;

/**
 * An alert has been acknowledged.
 *
 * @param position of the last event that this recorded
 */
record AlertAcknowledgement(AlertId alertId, Instant acknowledgedAt, long position) {}
