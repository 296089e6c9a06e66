/** Tests of alerts, and the stories that other tests tell of them. */
@NullMarked
package health.vigil.alert;

import org.jspecify.annotations.NullMarked;
