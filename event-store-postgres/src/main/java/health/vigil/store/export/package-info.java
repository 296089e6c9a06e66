/** Parts of the log as files: how they are written, signed and verified without the log. */
@NullMarked
package health.vigil.store.export;

import org.jspecify.annotations.NullMarked;
