/** What auditors ask of a running application. */
@NullMarked
package health.vigil.app.audit;

import org.jspecify.annotations.NullMarked;
