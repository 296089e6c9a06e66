/** Aggregates that stay in memory and are brought up to date before each decision. */
@NullMarked
package health.vigil.axon.aggregate;

import org.jspecify.annotations.NullMarked;
