/** What is stored as JSON, and under which name. */
@NullMarked
package health.vigil.axon.serialization;

import org.jspecify.annotations.NullMarked;
