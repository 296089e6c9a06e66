package health.vigil.app.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One access, as auditors read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessEntry(
    @Schema(description = "By the database's clock") Instant notedAt,
    @Schema(description = "The id of the person or device") String actor,
    @Schema(description = "The application") String client,
    @Schema(description = "All roles of the actor, separated by commas") String roles,
    String method,
    @Schema(description = "The path with names where the request had values") String path,
    @Schema(nullable = true) @Nullable String patient,
    @Schema(nullable = true) @Nullable String ward,
    @Schema(nullable = true) @Nullable String alert,
    @Schema(nullable = true, description = "The moment of the past that was looked at")
        @Nullable Instant asOf,
    Outcome outcome,
    int status,
    @Schema(nullable = true, description = "The trace that the client began")
        @Nullable String trace,
    @Schema(
            description =
                "How many requests like it; more than 1 only of what was denied or failed more often"
                    + " in a minute than is noted one by one")
        int times) {}
