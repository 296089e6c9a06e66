/** Whether anything in the log was changed: verify it, export it, verify an export. */
@NullMarked
package health.vigil.cli.audit;

import org.jspecify.annotations.NullMarked;
