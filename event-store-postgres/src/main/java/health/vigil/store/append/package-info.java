/** How events get into the log: in groups, by one writer a node. */
@NullMarked
package health.vigil.store.append;

import org.jspecify.annotations.NullMarked;
