/** What led to an event, and what came of it. */
@NullMarked
package health.vigil.cli.trace;

import org.jspecify.annotations.NullMarked;
