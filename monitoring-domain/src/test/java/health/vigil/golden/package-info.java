/** The bytes that events are kept as. */
@NullMarked
package health.vigil.golden;

import org.jspecify.annotations.NullMarked;
