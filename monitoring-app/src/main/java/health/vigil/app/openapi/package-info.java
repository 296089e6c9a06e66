/** What every operation of the API has in common, in its document. */
@NullMarked
package health.vigil.app.openapi;

import org.jspecify.annotations.NullMarked;
