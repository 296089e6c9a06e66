/** Tests of the migration. */
@NullMarked
package health.vigil.app.migration;

import org.jspecify.annotations.NullMarked;
