/** Tests of the ward board over HTTP. */
@NullMarked
package health.vigil.app.ward;

import org.jspecify.annotations.NullMarked;
