/** Makes and checks the database schema. */
@NullMarked
package health.vigil.app.migration;

import org.jspecify.annotations.NullMarked;
