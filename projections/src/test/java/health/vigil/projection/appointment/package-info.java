/** That the day list shows what the log says. */
@NullMarked
package health.vigil.projection.appointment;

import org.jspecify.annotations.NullMarked;
