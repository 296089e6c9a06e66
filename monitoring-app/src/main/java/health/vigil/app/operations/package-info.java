/** What operators do: look at what is derived from the log, have it rebuilt and verified. */
@NullMarked
package health.vigil.app.operations;

import org.jspecify.annotations.NullMarked;
