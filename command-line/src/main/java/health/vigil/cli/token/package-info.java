/** Tokens of the demo's issuer. */
@NullMarked
package health.vigil.cli.token;

import org.jspecify.annotations.NullMarked;
