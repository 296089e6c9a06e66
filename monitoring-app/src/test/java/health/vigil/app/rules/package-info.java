/** Tests of the rules by which a node may judge. */
@NullMarked
package health.vigil.app.rules;

import org.jspecify.annotations.NullMarked;
