/** Tests of the composition of the log. */
@NullMarked
package health.vigil.app.log;

import org.jspecify.annotations.NullMarked;
