/** A small model of how illness and treatment move the vital signs of one patient together. */
@NullMarked
package health.vigil.simulator.physiology;

import org.jspecify.annotations.NullMarked;
