/** Black box: the packaged application, its HTTP API and the log it leaves. */
@NullMarked
package health.vigil.e2e;

import org.jspecify.annotations.NullMarked;
