/** Appointments between a patient and a practitioner, and the calendars that keep them apart. */
@NullMarked
package health.vigil.appointment;

import org.jspecify.annotations.NullMarked;
