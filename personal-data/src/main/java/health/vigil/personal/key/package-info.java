/** A key for each patient, made before the first event and destroyed to erase the person. */
@NullMarked
package health.vigil.personal.key;

import org.jspecify.annotations.NullMarked;
