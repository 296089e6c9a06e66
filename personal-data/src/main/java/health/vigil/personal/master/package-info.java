/** The keys that wrap the keys of patients, from whoever keeps them. */
@NullMarked
package health.vigil.personal.master;

import org.jspecify.annotations.NullMarked;
