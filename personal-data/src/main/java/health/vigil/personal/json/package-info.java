/** Personal data in JSON: sealed, opened or masked wherever it is marked. */
@NullMarked
package health.vigil.personal.json;

import org.jspecify.annotations.NullMarked;
