package health.vigil.alert;

import java.time.Duration;

/**
 * One step of a ward's escalation chain.
 *
 * @param level from 1
 * @param role who is told, such as {@code NURSE}, {@code REGISTRAR}, {@code CRITICAL_CARE}, {@code
 *     MEDICAL_TEAM}
 * @param after the time since the alert was raised or upgraded
 */
public record EscalationStep(int level, String role, Duration after) {}
