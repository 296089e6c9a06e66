/** Tests of who may do what. */
@NullMarked
package health.vigil.app.security;

import org.jspecify.annotations.NullMarked;
