/** Axon for Quarkus: what the build found, and where to begin reading. */
@NullMarked
package health.vigil.axon;

import org.jspecify.annotations.NullMarked;
