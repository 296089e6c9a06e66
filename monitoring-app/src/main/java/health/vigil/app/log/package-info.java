/** The event log and what rests on it, composed behind one producer. */
@NullMarked
package health.vigil.app.log;

import org.jspecify.annotations.NullMarked;
