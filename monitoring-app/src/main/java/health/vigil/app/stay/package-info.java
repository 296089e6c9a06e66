/** Stays over HTTP: admit, transfer, swap beds, pause, discharge. */
@NullMarked
package health.vigil.app.stay;

import org.jspecify.annotations.NullMarked;
