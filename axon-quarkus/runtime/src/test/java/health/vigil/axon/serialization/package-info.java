@NullMarked
package health.vigil.axon.serialization;

import org.jspecify.annotations.NullMarked;
