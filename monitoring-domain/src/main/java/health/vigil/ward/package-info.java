/** Wards and their beds; one patient a bed. */
@NullMarked
package health.vigil.ward;

import org.jspecify.annotations.NullMarked;
