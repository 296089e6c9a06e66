/** Finds aggregates, handlers, sagas and events at build time, and registers them. */
@NullMarked
package health.vigil.axon.deployment;

import org.jspecify.annotations.NullMarked;
