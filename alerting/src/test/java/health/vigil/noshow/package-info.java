/** When a patient counts as not having come. */
@NullMarked
package health.vigil.noshow;

import org.jspecify.annotations.NullMarked;
