/** Tests of failures as they may be logged and kept. */
@NullMarked
package health.vigil.axon.failure;

import org.jspecify.annotations.NullMarked;
