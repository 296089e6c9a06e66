/** What the component tests share: one application, one database, and a client. */
@NullMarked
package health.vigil.app;

import org.jspecify.annotations.NullMarked;
