package health.vigil.app.monitoring;

import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole set as it should have been, and why. */
@Schema(
    name = "Correction",
    description = "Replaces the whole set: a field that is left out was not measured.",
    requiredProperties = {"measuredAt", "reason"},
    examples =
        "{\"measuredAt\":\"2026-11-23T08:00:00Z\",\"respirationRate\":18,\"oxygenSaturation\":96,"
            + "\"supplementalOxygen\":false,\"systolicBloodPressure\":120,\"pulse\":72,"
            + "\"consciousness\":\"ALERT\",\"temperature\":36.8,\"reason\":\"typing error\"}")
record CorrectionRequest(
    @Nullable Instant measuredAt,
    @Nullable BigDecimal respirationRate,
    @Nullable BigDecimal oxygenSaturation,
    @Nullable Boolean supplementalOxygen,
    @Nullable String oxygenDevice,
    @Nullable BigDecimal oxygenFlow,
    @Nullable BigDecimal systolicBloodPressure,
    @Nullable BigDecimal diastolicBloodPressure,
    @Nullable BigDecimal pulse,
    @Nullable Consciousness consciousness,
    @Nullable BigDecimal temperature,
    @Nullable Map<String, NotMeasuredReason> notMeasured,
    @Nullable String reason)
    implements Measured {
  @Override
  public String toString() {
    return "CorrectionRequest[masked]";
  }
}
