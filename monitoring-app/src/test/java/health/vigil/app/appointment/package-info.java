/** Appointments as a client meets them. */
@NullMarked
package health.vigil.app.appointment;

import org.jspecify.annotations.NullMarked;
