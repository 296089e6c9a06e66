/** Measurements on the packaged application; each prints a table of ratios taken in one run. */
@NullMarked
package health.vigil.benchmarks;

import org.jspecify.annotations.NullMarked;
