/** The day list of a practitioner: who comes when, and where each appointment stands. */
@NullMarked
package health.vigil.projection.appointment;

import org.jspecify.annotations.NullMarked;
