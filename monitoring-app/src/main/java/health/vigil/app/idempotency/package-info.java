/** Writes that a client may send twice: recorded once, answered alike. */
@NullMarked
package health.vigil.app.idempotency;

import org.jspecify.annotations.NullMarked;
