/** FHIR as clients send it. */
@NullMarked
package health.vigil.app.fhir;

import org.jspecify.annotations.NullMarked;
