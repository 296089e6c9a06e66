/**
 * The arrows between the modules and the rules that hold everywhere, each shown to catch a planted
 * violation.
 */
@NullMarked
package health.vigil.architecture;

import org.jspecify.annotations.NullMarked;
