/** Who is behind a request; the one place where identity enters. */
@NullMarked
package health.vigil.app.security;

import org.jspecify.annotations.NullMarked;
