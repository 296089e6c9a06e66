/** The launcher and the script, run as people run them, on a small stand-in for the application. */
@NullMarked
package health.vigil.local.launcher;

import org.jspecify.annotations.NullMarked;
