/** What all read models share: how far each has come in the log, and how their JSON is written. */
@NullMarked
package health.vigil.projection;

import org.jspecify.annotations.NullMarked;
