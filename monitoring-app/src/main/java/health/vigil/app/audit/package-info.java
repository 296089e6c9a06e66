/** The log for auditors: what happened, why, and what came of it; read, verified and exported. */
@NullMarked
package health.vigil.app.audit;

import org.jspecify.annotations.NullMarked;
