package health.vigil.app.idempotency;

import health.vigil.store.RecordedEvent;

/**
 * What is recorded of a message.
 *
 * @param first event that it led to
 * @param content the hash of what it said
 */
public record Recording(RecordedEvent first, String content) {}
