/** Appointments over HTTP: the booking lifecycle, and the day list of a practitioner. */
@NullMarked
package health.vigil.app.appointment;

import org.jspecify.annotations.NullMarked;
