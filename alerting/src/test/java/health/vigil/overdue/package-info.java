/** Tests of alerts for overdue observations. */
@NullMarked
package health.vigil.overdue;

import org.jspecify.annotations.NullMarked;
