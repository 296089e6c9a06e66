package health.vigil.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * The latest episode of one rule in a stay.
 *
 * @param number counts the rule's episodes from 1
 * @param breach as it was last decided, null once it has ended
 */
record Episode(BreachRule rule, int number, @Nullable Breach breach) {}
