/** Problem documents (RFC 9457): every refusal and failure, in one form. */
@NullMarked
package health.vigil.app.problem;

import org.jspecify.annotations.NullMarked;
