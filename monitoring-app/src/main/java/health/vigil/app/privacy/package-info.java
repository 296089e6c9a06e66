/** Personal data in stored and shown events: one seam that seals, opens and masks it. */
@NullMarked
package health.vigil.app.privacy;

import org.jspecify.annotations.NullMarked;
