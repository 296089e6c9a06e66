/** An OpenID Connect issuer for the demo and the tests. */
@NullMarked
package health.vigil.issuer;

import org.jspecify.annotations.NullMarked;
