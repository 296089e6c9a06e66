/** Tests of what operators look at. */
@NullMarked
package health.vigil.app.operations;

import org.jspecify.annotations.NullMarked;
