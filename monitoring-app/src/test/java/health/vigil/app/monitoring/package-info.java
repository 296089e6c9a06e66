/** Tests of plans and observation sets over HTTP. */
@NullMarked
package health.vigil.app.monitoring;

import org.jspecify.annotations.NullMarked;
