/** Tests of the document of the API. */
@NullMarked
package health.vigil.app.openapi;

import org.jspecify.annotations.NullMarked;
