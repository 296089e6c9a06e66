/** The store against a real PostgreSQL. */
@NullMarked
package health.vigil.store;

import org.jspecify.annotations.NullMarked;
