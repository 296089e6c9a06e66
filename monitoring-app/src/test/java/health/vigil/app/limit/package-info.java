/** Tests of how much is accepted at once. */
@NullMarked
package health.vigil.app.limit;

import org.jspecify.annotations.NullMarked;
