/** Tests of how JSON is read. */
@NullMarked
package health.vigil.app.json;

import org.jspecify.annotations.NullMarked;
