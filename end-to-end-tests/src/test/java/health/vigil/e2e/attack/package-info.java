/** What somebody tries who has no business here, against the packaged application. */
@NullMarked
package health.vigil.e2e.attack;

import org.jspecify.annotations.NullMarked;
