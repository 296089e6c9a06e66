/** Tests of devices over HTTP. */
@NullMarked
package health.vigil.app.device;

import org.jspecify.annotations.NullMarked;
