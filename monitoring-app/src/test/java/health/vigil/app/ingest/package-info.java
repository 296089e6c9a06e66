/** The budget of continuous devices: windows as plain objects, and over HTTP. */
@NullMarked
package health.vigil.app.ingest;

import org.jspecify.annotations.NullMarked;
