/** What auditors do to the log, as facts of the log itself: exports. */
@NullMarked
package health.vigil.audit;

import org.jspecify.annotations.NullMarked;
