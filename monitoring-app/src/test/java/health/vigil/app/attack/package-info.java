/** Attacks by somebody whose token holds: what is another ward's, another device's, or nobody's. */
@NullMarked
package health.vigil.app.attack;

import org.jspecify.annotations.NullMarked;
