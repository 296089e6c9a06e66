/** HAPI FHIR for Quarkus: all that there is happens at build time. */
@NullMarked
package health.vigil.fhir;

import org.jspecify.annotations.NullMarked;
