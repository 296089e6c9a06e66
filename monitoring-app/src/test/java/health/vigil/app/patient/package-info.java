/** Tests of patients over HTTP. */
@NullMarked
package health.vigil.app.patient;

import org.jspecify.annotations.NullMarked;
