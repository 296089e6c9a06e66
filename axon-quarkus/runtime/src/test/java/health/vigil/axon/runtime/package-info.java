@NullMarked
package health.vigil.axon.runtime;

import org.jspecify.annotations.NullMarked;
