/** Simulated beds: devices that follow a scenario and talk to Vigil through its public API only. */
@NullMarked
package health.vigil.simulator;

import org.jspecify.annotations.NullMarked;
