/** The ward board: who lies in which bed, how bad it is, what is due and which alerts are open. */
@NullMarked
package health.vigil.projection.ward;

import org.jspecify.annotations.NullMarked;
