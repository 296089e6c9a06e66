/** Tests of the extension, on a small application where they need one. */
@NullMarked
package health.vigil.axon.deployment;

import org.jspecify.annotations.NullMarked;
