/** NEWS2 as named table rules, and the score they give. */
@NullMarked
package health.vigil.monitoring.score;

import org.jspecify.annotations.NullMarked;
