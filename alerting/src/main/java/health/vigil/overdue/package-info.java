/** Alerts when the next observation of a patient does not come in time. */
@NullMarked
package health.vigil.overdue;

import org.jspecify.annotations.NullMarked;
