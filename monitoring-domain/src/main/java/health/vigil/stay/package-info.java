/** A stay in hospital: admission, transfer, bed swap, pause and discharge. */
@NullMarked
package health.vigil.stay;

import org.jspecify.annotations.NullMarked;
