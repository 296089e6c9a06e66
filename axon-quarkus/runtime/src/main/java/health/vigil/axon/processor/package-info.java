/** Processors that follow the log: parking, positions, rebuilds, health and metrics. */
@NullMarked
package health.vigil.axon.processor;

import org.jspecify.annotations.NullMarked;
