/** Whether what was derived from the log, read models and snapshots, is what the log says. */
@NullMarked
package health.vigil.cli.derived;

import org.jspecify.annotations.NullMarked;
