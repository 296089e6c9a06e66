/** The log on PostgreSQL, and what Axon keeps beside it: tokens, sagas, dead letters. */
@NullMarked
package health.vigil.store;

import org.jspecify.annotations.NullMarked;
