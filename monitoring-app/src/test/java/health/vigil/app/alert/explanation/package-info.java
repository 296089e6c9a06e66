/** Why an alert fired, told. */
@NullMarked
package health.vigil.app.alert.explanation;

import org.jspecify.annotations.NullMarked;
