/** Registers for a native image what HAPI FHIR reaches by reflection. */
@NullMarked
package health.vigil.fhir.deployment;

import org.jspecify.annotations.NullMarked;
