/** Substitutions for the native image. */
@NullMarked
package health.vigil.axon.runtime.graal;

import org.jspecify.annotations.NullMarked;
