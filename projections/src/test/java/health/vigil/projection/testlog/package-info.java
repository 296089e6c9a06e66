/** A seeded hospital: a long, plausible log of every kind of event, the same for the same seed. */
@NullMarked
package health.vigil.projection.testlog;

import org.jspecify.annotations.NullMarked;
