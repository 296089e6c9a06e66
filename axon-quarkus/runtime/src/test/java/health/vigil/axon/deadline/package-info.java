@NullMarked
package health.vigil.axon.deadline;

import org.jspecify.annotations.NullMarked;
