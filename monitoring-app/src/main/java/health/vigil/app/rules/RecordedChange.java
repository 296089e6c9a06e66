package health.vigil.app.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.rules.RuleChange;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rules.
 *
 * @param by who answers for it; {@code vigil} of the first rules, and of what came with a new
 *     version, when nobody was named
 * @param application the version that recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedChange(
    @Schema(description = "In the log; what was recorded later was judged by these rules")
        long position,
    Instant recordedAt,
    @Schema(
            description =
                "Who answers for it; vigil of the first rules, and of what came with a new version,"
                    + " when nobody was named")
        String by,
    @Schema(description = "Which version recorded it, such as vigil/1.0.0") String application,
    @Schema(nullable = true) @Nullable String reason,
    @Schema(description = "In the order of the keys; from is absent of a rule that is new")
        List<RuleChange> changes) {
  public RecordedChange {
    changes = List.copyOf(changes);
  }
}
