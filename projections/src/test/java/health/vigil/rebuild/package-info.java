/** Rebuilds and verifications on a real database, while the log grows. */
@NullMarked
package health.vigil.rebuild;

import org.jspecify.annotations.NullMarked;
