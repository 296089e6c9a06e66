/** Tests of what is registered for HAPI FHIR. */
@NullMarked
package health.vigil.fhir.deployment;

import org.jspecify.annotations.NullMarked;
