/** The ledger of erasures outside the database: its lines, and whether they are as written. */
@NullMarked
package health.vigil.personal.ledger;

import org.jspecify.annotations.NullMarked;
