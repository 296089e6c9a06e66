/** Alerts over HTTP: the inbox, one alert, its acknowledgement; and who is told after how long. */
@NullMarked
package health.vigil.app.alert;

import org.jspecify.annotations.NullMarked;
