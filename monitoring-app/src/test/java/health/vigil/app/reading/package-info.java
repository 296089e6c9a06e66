/** Tests of pages and positions. */
@NullMarked
package health.vigil.app.reading;

import org.jspecify.annotations.NullMarked;
