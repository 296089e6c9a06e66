/** Aggregates in memory, over two nodes on one log. */
@NullMarked
package health.vigil.axon.aggregate;

import org.jspecify.annotations.NullMarked;
