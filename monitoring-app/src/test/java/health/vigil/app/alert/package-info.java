/** Tests of alerts from a reading to an acknowledgement, over HTTP. */
@NullMarked
package health.vigil.app.alert;

import org.jspecify.annotations.NullMarked;
