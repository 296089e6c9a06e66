/** Tests of the alert inbox. */
@NullMarked
package health.vigil.projection.alert;

import org.jspecify.annotations.NullMarked;
