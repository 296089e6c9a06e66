/** The rules by which this node judges, held against those that the log says are in force. */
@NullMarked
package health.vigil.app.rules;

import org.jspecify.annotations.NullMarked;
