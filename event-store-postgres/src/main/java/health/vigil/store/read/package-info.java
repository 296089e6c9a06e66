/** Reading the log: streams of aggregates, history ahead of its reader, and the live end. */
@NullMarked
package health.vigil.store.read;

import org.jspecify.annotations.NullMarked;
