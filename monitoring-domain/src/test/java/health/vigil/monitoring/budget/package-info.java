/** The budget of continuous devices, as plain rules. */
@NullMarked
package health.vigil.monitoring.budget;

import org.jspecify.annotations.NullMarked;
