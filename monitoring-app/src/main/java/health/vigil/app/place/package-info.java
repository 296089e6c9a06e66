/** Where patients lie and which devices are theirs, as permissions need it on each request. */
@NullMarked
package health.vigil.app.place;

import org.jspecify.annotations.NullMarked;
