/** What was known at a time: read models built from a prefix of the log, for one answer. */
@NullMarked
package health.vigil.app.past;

import org.jspecify.annotations.NullMarked;
