/** Tests of what becomes of personal data. */
@NullMarked
package health.vigil.app.privacy;

import org.jspecify.annotations.NullMarked;
