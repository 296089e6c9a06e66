/**
 * How a patient is watched: the plan, the observation sets, their scores and the breaches they
 * begin and end.
 */
@NullMarked
package health.vigil.monitoring;

import org.jspecify.annotations.NullMarked;
