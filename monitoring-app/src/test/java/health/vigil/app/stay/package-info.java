/** Tests of stays over HTTP. */
@NullMarked
package health.vigil.app.stay;

import org.jspecify.annotations.NullMarked;
