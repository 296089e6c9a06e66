/** Tests of the server's secret. */
@NullMarked
package health.vigil.app.secret;

import org.jspecify.annotations.NullMarked;
