/** How appointments live, and that no two of them ever overlap. */
@NullMarked
package health.vigil.appointment;

import org.jspecify.annotations.NullMarked;
