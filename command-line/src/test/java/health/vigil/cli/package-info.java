/** Each verb as a person calls it, on a real PostgreSQL. */
@NullMarked
package health.vigil.cli;

import org.jspecify.annotations.NullMarked;
