/** Reads: pages, cursors, and waiting to see one's own write. */
@NullMarked
package health.vigil.app.reading;

import org.jspecify.annotations.NullMarked;
