/**
 * The verbs of auditors and operators, as a person or a script types them after {@code ./vigil}.
 */
@NullMarked
package health.vigil.cli;

import org.jspecify.annotations.NullMarked;
