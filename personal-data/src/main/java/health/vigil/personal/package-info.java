/** Personal data, sealed with a key of its patient. */
@NullMarked
package health.vigil.personal;

import org.jspecify.annotations.NullMarked;
