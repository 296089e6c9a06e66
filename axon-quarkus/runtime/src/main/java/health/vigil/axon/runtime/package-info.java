/** Builds one Axon configuration from what was found at build time. */
@NullMarked
package health.vigil.axon.runtime;

import org.jspecify.annotations.NullMarked;
