@NullMarked
package health.vigil.axon.processor;

import org.jspecify.annotations.NullMarked;
