/** Answers of long work, which tell on the way how far it is. */
@NullMarked
package health.vigil.app.progress;

import org.jspecify.annotations.NullMarked;
