package health.vigil.store.read;

import java.util.List;

/**
 * Rows of the log that were read together.
 *
 * @param after the position before the first
 * @param upTo the position up to which there is nothing else to read
 * @param last whether the log held no more
 */
record Block(long after, long upTo, List<StoredEvent> rows, boolean last) {}
