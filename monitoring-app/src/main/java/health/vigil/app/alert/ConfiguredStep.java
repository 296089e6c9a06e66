package health.vigil.app.alert;

import java.time.Duration;

/** One step of a chain, as it is configured. */
public record ConfiguredStep(String role, Duration after) {}
