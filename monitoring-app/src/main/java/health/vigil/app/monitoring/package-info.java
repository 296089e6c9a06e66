/** Monitoring over HTTP: the plan, observation sets and the chart. */
@NullMarked
package health.vigil.app.monitoring;

import org.jspecify.annotations.NullMarked;
