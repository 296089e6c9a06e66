/** How much is accepted at once: the size of a request, and their number. */
@NullMarked
package health.vigil.app.limit;

import org.jspecify.annotations.NullMarked;
