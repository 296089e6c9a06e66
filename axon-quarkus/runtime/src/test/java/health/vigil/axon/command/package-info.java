@NullMarked
package health.vigil.axon.command;

import org.jspecify.annotations.NullMarked;
