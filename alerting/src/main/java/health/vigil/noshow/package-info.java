/** Notes that a patient who was expected did not come. */
@NullMarked
package health.vigil.noshow;

import org.jspecify.annotations.NullMarked;
