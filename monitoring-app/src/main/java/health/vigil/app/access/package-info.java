/** Who asked for what: every access is noted, also one that was denied. */
@NullMarked
package health.vigil.app.access;

import org.jspecify.annotations.NullMarked;
