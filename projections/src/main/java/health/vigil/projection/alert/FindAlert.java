package health.vigil.projection.alert;

import health.vigil.alert.AlertId;

/** Asks for one alert, answered with an {@link InboxAlert} or nothing. */
public record FindAlert(AlertId alertId) {}
