/** Devices over HTTP: pair with a patient, release, and whom a device is paired with. */
@NullMarked
package health.vigil.app.device;

import org.jspecify.annotations.NullMarked;
