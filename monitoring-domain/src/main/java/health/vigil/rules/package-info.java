/** The rules by which patients are judged here, and each change of them, as facts of the log. */
@NullMarked
package health.vigil.rules;

import org.jspecify.annotations.NullMarked;
