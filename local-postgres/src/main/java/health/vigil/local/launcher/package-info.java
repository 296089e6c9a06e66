/**
 * Starts PostgreSQL, the application and simulated beds for one person at a terminal, and stops
 * them in order.
 */
@NullMarked
package health.vigil.local.launcher;

import org.jspecify.annotations.NullMarked;
