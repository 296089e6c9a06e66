/**
 * What the person or script at the terminal sees: results, progress, one sentence when it fails.
 */
@NullMarked
package health.vigil.cli.terminal;

import org.jspecify.annotations.NullMarked;
