/** The threads that work beside requests. */
@NullMarked
package health.vigil.app.thread;

import org.jspecify.annotations.NullMarked;
