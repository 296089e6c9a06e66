/** Tests of the demo's issuer. */
@NullMarked
package health.vigil.issuer;

import org.jspecify.annotations.NullMarked;
