/**
 * Backups of patients' wrapped keys: apart from those of the log, with an end, refused when
 * changed.
 */
@NullMarked
package health.vigil.personal.backup;

import org.jspecify.annotations.NullMarked;
