/** The clock that requests are timed by. */
@NullMarked
package health.vigil.app.time;

import org.jspecify.annotations.NullMarked;
