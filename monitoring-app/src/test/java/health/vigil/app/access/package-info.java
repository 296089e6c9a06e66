/** Tests of what is noted of accesses. */
@NullMarked
package health.vigil.app.access;

import org.jspecify.annotations.NullMarked;
