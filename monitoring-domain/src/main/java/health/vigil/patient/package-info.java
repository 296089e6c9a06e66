/** Who a patient is: identity, demographics and the claim on a medical record number. */
@NullMarked
package health.vigil.patient;

import org.jspecify.annotations.NullMarked;
