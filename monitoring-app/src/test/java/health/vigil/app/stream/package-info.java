/** Tests of the live stream. */
@NullMarked
package health.vigil.app.stream;

import org.jspecify.annotations.NullMarked;
