/** Quantities and sets. */
@NullMarked
package health.vigil.monitoring.vitals;

import org.jspecify.annotations.NullMarked;
