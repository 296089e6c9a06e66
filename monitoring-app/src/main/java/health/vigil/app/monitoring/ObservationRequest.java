package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One set of vital signs, measured together.
 *
 * @param messageId the sender's own; the set is recorded once under it
 * @param externalScore a NEWS2 total that came with the set
 * @param continuous left out of the content where it is left out of the request: what was sent
 *     before there was such a field is still the same content
 */
@Schema(
    name = "ObservationSet",
    description = "Every measured field may be missing; zero is a value.",
    requiredProperties = "measuredAt",
    examples =
        "{\"measuredAt\":\"2026-11-23T08:00:00Z\",\"respirationRate\":18,\"oxygenSaturation\":96,"
            + "\"supplementalOxygen\":false,\"systolicBloodPressure\":120,"
            + "\"diastolicBloodPressure\":75,\"pulse\":72,\"consciousness\":\"ALERT\","
            + "\"temperature\":36.8,\"messageId\":\"device-7:10042\",\"device\":\"device-7\"}")
record ObservationRequest(
    @Nullable Instant measuredAt,
    @Nullable BigDecimal respirationRate,
    @Nullable BigDecimal oxygenSaturation,
    @Nullable Boolean supplementalOxygen,
    @Nullable String oxygenDevice,
    @Nullable BigDecimal oxygenFlow,
    @Nullable BigDecimal systolicBloodPressure,
    @Nullable BigDecimal diastolicBloodPressure,
    @Nullable BigDecimal pulse,
    @Schema(description = "CONFUSION is new or worsened; if unsure, new")
        @Nullable Consciousness consciousness,
    @Nullable BigDecimal temperature,
    @Schema(description = "Why a field is missing, by its name")
        @Nullable Map<String, NotMeasuredReason> notMeasured,
    @Schema(
            description =
                "The sender's own, under which the set is recorded once. Kept as it is and not erased"
                    + " with the patient: no record number")
        @Nullable String messageId,
    @Schema(description = "Kept as it is and not erased with the patient") @Nullable String device,
    @Schema(description = "A NEWS2 total that came with the set") @Nullable Integer externalScore,
    @Schema(
            description =
                "One of a stream of readings: merged into a recorded one that says the same; needs"
                    + " device and messageId")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Boolean continuous)
    implements Measured {}
