/** NEWS2 edge by edge. */
@NullMarked
package health.vigil.monitoring.score;

import org.jspecify.annotations.NullMarked;
