/** Durable deadlines on db-scheduler. */
@NullMarked
package health.vigil.axon.deadline;

import org.jspecify.annotations.NullMarked;
