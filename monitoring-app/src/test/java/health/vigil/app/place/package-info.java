/** Tests of where patients are. */
@NullMarked
package health.vigil.app.place;

import org.jspecify.annotations.NullMarked;
