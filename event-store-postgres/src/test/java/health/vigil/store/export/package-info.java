/** Tests of exports: good ones, and each way in which one can be damaged. */
@NullMarked
package health.vigil.store.export;

import org.jspecify.annotations.NullMarked;
