/** Scenarios: files that say what happens to a patient, and which NEWS2 course is expected. */
@NullMarked
package health.vigil.simulator.scenario;

import org.jspecify.annotations.NullMarked;
