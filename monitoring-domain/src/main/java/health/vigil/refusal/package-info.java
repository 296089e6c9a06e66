/** How the domain says no: one exception that names what is wrong and what is accepted. */
@NullMarked
package health.vigil.refusal;

import org.jspecify.annotations.NullMarked;
