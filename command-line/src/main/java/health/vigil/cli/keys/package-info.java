/** The keys of personal data. */
@NullMarked
package health.vigil.cli.keys;

import org.jspecify.annotations.NullMarked;
