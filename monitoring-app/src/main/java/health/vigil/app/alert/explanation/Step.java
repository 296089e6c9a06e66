package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an alert.
 *
 * @param at when it happened; an escalation happens when it is due
 * @param actor who did it; absent for what Vigil does by itself
 * @param grounds why; absent where the text says it all
 */
@Schema(name = "AlertStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Step(
    long position,
    Instant recordedAt,
    String type,
    Instant at,
    @Nullable String actor,
    String text,
    String source,
    @Nullable Grounds grounds) {}
