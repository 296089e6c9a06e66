/** Tests of the log as auditors see it over HTTP. */
@NullMarked
package health.vigil.app.audit;

import org.jspecify.annotations.NullMarked;
