/** Tests of the reading of FHIR R4. */
@NullMarked
package health.vigil.app.fhir.reading;

import org.jspecify.annotations.NullMarked;
