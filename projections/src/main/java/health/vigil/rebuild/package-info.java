/** Builds read models anew beside those that are served, and compares them with the log. */
@NullMarked
package health.vigil.rebuild;

import org.jspecify.annotations.NullMarked;
