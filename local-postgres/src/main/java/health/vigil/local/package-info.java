/**
 * A real PostgreSQL in a folder of its own: for serving on one machine, for the demo and for tests.
 */
@NullMarked
package health.vigil.local;

import org.jspecify.annotations.NullMarked;
