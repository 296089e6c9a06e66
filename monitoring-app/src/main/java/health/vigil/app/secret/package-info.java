/** The server's secret, and the keyed hashes made with it. */
@NullMarked
package health.vigil.app.secret;

import org.jspecify.annotations.NullMarked;
