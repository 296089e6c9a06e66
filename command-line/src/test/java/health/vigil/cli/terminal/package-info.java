/** What a terminal shows. */
@NullMarked
package health.vigil.cli.terminal;

import org.jspecify.annotations.NullMarked;
