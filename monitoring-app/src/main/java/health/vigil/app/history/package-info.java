/** A patient's history over HTTP: every event about the patient. */
@NullMarked
package health.vigil.app.history;

import org.jspecify.annotations.NullMarked;
