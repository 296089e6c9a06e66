/** What a native image of the application would be built from. */
@NullMarked
package health.vigil.app.image;

import org.jspecify.annotations.NullMarked;
