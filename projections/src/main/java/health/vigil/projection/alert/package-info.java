/** The alert inbox: what is open, who has been told, and what became of the rest. */
@NullMarked
package health.vigil.projection.alert;

import org.jspecify.annotations.NullMarked;
