/**
 * Alerts: raised by breaches, escalated until somebody deals with them, ended when the condition is
 * gone.
 */
@NullMarked
package health.vigil.alert;

import org.jspecify.annotations.NullMarked;
