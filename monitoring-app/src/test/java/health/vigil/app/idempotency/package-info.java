/** Tests of writes that are sent twice. */
@NullMarked
package health.vigil.app.idempotency;

import org.jspecify.annotations.NullMarked;
