/** Reads FHIR R4 strictly and says in Vigil's terms what an Observation or a Patient tells. */
@NullMarked
package health.vigil.app.fhir.reading;

import org.jspecify.annotations.NullMarked;
