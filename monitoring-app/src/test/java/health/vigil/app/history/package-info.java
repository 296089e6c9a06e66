/** Tests of a patient's history over HTTP. */
@NullMarked
package health.vigil.app.history;

import org.jspecify.annotations.NullMarked;
