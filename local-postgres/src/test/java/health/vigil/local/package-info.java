/** The local PostgreSQL, started for real. */
@NullMarked
package health.vigil.local;

import org.jspecify.annotations.NullMarked;
