/** Commands that reach the log exactly once, also when a reaction sends them. */
@NullMarked
package health.vigil.axon.command;

import org.jspecify.annotations.NullMarked;
