/** Feeds what Synthea invents to Vigil through FHIR, and accounts for every vital sign of it. */
@NullMarked
package health.vigil.synthea;

import org.jspecify.annotations.NullMarked;
