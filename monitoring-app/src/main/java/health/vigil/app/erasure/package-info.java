/**
 * Erasure of patients: its two persons, its effect on keys, and the ledger that outlasts backups.
 */
@NullMarked
package health.vigil.app.erasure;

import org.jspecify.annotations.NullMarked;
