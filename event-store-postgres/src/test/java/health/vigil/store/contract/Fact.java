package health.vigil.store.contract;

/**
 * The payload of every event of the suites: from it alone the audit knows which append an event
 * belongs to, whatever identifier it was given.
 *
 * @param key the key of the append
 * @param part the place of the event in the append, from 0
 */
record Fact(String key, int part) {}
