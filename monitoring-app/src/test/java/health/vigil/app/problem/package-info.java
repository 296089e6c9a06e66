/** Tests of problem documents. */
@NullMarked
package health.vigil.app.problem;

import org.jspecify.annotations.NullMarked;
