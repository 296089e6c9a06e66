/** An endpoint that stores what it is sent, and nothing else. */
@NullMarked
package health.vigil.bare;

import org.jspecify.annotations.NullMarked;
