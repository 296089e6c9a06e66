/** Tests of what auditors do to the log. */
@NullMarked
package health.vigil.audit;

import org.jspecify.annotations.NullMarked;
