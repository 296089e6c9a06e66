/** How a stay is watched, told as given, when, then. */
@NullMarked
package health.vigil.monitoring;

import org.jspecify.annotations.NullMarked;
