/** Patients over HTTP: register, identify, find. */
@NullMarked
package health.vigil.app.patient;

import org.jspecify.annotations.NullMarked;
