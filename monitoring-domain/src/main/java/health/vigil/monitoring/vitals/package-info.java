/** Vital signs as typed quantities with units and physiological limits. */
@NullMarked
package health.vigil.monitoring.vitals;

import org.jspecify.annotations.NullMarked;
