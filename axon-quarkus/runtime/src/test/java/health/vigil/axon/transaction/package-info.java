@NullMarked
package health.vigil.axon.transaction;

import org.jspecify.annotations.NullMarked;
