/** The live stream: a tail of the log, resumable at any position. */
@NullMarked
package health.vigil.app.stream;

import org.jspecify.annotations.NullMarked;
