/** The measurements themselves run, however small. */
@NullMarked
package health.vigil.benchmarks.store;

import org.jspecify.annotations.NullMarked;
