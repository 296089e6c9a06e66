/** Words as keyed tokens, by which sealed names and numbers are found. */
@NullMarked
package health.vigil.personal.search;

import org.jspecify.annotations.NullMarked;
