/** Tests of the rules as facts. */
@NullMarked
package health.vigil.rules;

import org.jspecify.annotations.NullMarked;
