/** What the log promises, put to the test by races, crashes and faults; black box. */
@NullMarked
package health.vigil.store.contract;

import org.jspecify.annotations.NullMarked;
