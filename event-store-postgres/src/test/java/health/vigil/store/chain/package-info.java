/** Tests of the chain of hashes. */
@NullMarked
package health.vigil.store.chain;

import org.jspecify.annotations.NullMarked;
