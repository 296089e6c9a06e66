/** Who the patients are, and each one's chart: observation sets, scores and the monitoring plan. */
@NullMarked
package health.vigil.projection.patient;

import org.jspecify.annotations.NullMarked;
