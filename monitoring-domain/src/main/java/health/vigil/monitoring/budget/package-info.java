/** The budget of continuous devices: which of their readings say something new. */
@NullMarked
package health.vigil.monitoring.budget;

import org.jspecify.annotations.NullMarked;
