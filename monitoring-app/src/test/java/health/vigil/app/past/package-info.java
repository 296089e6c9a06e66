/** What was known at a time, as clients see it. */
@NullMarked
package health.vigil.app.past;

import org.jspecify.annotations.NullMarked;
