/** Requests that nobody should send: each is refused with a reason, and nothing comes of it. */
@NullMarked
package health.vigil.e2e.badinput;

import org.jspecify.annotations.NullMarked;
