/** How the domain says no. */
@NullMarked
package health.vigil.refusal;

import org.jspecify.annotations.NullMarked;
