package health.vigil.alert;

import java.time.Instant;

/**
 * What a deadline of an escalation carries.
 *
 * @param edge that the chain was started by
 * @param dueAt the absolute time of the step
 */
public record EscalationDue(AlertId alertId, EscalationStep step, long edge, Instant dueAt) {}
