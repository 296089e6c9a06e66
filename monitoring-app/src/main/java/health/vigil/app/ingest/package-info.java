/** The budget of continuous devices: what they send and what of it is recorded. */
@NullMarked
package health.vigil.app.ingest;

import org.jspecify.annotations.NullMarked;
