/** How JSON is read from and written to clients: strictly. */
@NullMarked
package health.vigil.app.json;

import org.jspecify.annotations.NullMarked;
