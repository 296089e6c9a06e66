/** The log measured against its peers, in one run and on one PostgreSQL. */
@NullMarked
package health.vigil.benchmarks.store;

import org.jspecify.annotations.NullMarked;
