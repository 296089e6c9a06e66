/** FHIR R4 over HTTP: Observations and Patients come in as messages, alone or in Bundles. */
@NullMarked
package health.vigil.app.fhir;

import org.jspecify.annotations.NullMarked;
