package health.vigil.app.stay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a patient is moved to. */
@Schema(
    name = "Transfer",
    requiredProperties = {"ward", "bed"},
    examples = "{\"ward\":\"3B\",\"bed\":\"14\"}")
record TransferRequest(@Nullable String ward, @Nullable String bed) {}
