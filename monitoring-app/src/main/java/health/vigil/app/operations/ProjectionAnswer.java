package health.vigil.app.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.axon.processor.ProcessorStates;
import org.jspecify.annotations.Nullable;

/**
 * A read model and its processor.
 *
 * @param version of the rows that are served
 * @param codeVersion of this node's code
 * @param position of the last event handled, 0 before the first
 * @param lag positions that the log is ahead
 * @param parked events that could not be handled, and those that wait behind them
 * @param rebuild the last run, when that was a rebuild
 * @param verification the last run, when that was a verification
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionAnswer(
    String name,
    int version,
    int codeVersion,
    long position,
    long lag,
    ProcessorStates.State state,
    long parked,
    @Nullable RunAnswer rebuild,
    @Nullable RunAnswer verification) {}
