/** The chain of hashes over the log: how it is laid out, verified and signed. */
@NullMarked
package health.vigil.store.chain;

import org.jspecify.annotations.NullMarked;
