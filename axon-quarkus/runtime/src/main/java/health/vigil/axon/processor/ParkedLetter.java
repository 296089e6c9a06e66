package health.vigil.axon.processor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processing group could not handle, or that waits behind one.
 *
 * @param sequence what to retry it by
 * @param cause the type of the failure; null when it waits behind an earlier event. The text of the
 *     failure stays in the queue: it may tell about a person
 */
public record ParkedLetter(
    String group,
    String sequence,
    String eventIdentifier,
    String eventType,
    @Nullable String cause,
    Instant parkedAt) {}
