package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why something about an alert happened: what was known then, and apart from it what is known now.
 *
 * @param statements what was known then, in words
 * @param events what made it happen, in the order of the log
 * @param set what it rested on, as it was known then; absent for an overdue observation
 * @param plan in force then; absent for an overdue observation
 * @param due of an overdue observation
 * @param overdueFrom of an overdue observation
 * @param knownNow absent when nothing is known otherwise now
 */
@Schema(name = "Grounds")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Grounds(
    List<Statement> statements,
    List<EventShown> events,
    @Nullable SetShown set,
    @Nullable PlanShown plan,
    @Nullable Instant due,
    @Nullable Instant overdueFrom,
    @Nullable KnownNow knownNow) {}
