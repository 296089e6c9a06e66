package health.vigil.simulator.scenario;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The score of one set.
 *
 * @param total null when the set is incomplete, as is the band
 * @param parameters sub-scores by the names of the measured fields
 */
public record Scored(
    @Nullable Integer total,
    @Nullable Band band,
    Map<String, Integer> parameters,
    Set<String> missing) {}
