package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every complete set of these minutes scores; minutes that no expectation names are on the way
 * from one to the next.
 *
 * @param total [lowest, highest], both included
 * @param bands any of them
 * @param parameters single sub-scores that are certain
 * @param missing the sets are incomplete and lack these: neither total nor band
 */
public record ExpectedScore(
    @JsonProperty(required = true) Span minutes,
    @Nullable List<Integer> total,
    @Nullable Set<Band> bands,
    @Nullable Map<String, Integer> parameters,
    @Nullable Set<String> missing) {

  public ExpectedScore {
    parameters = Map.copyOf(Objects.requireNonNullElse(parameters, Map.of()));
    if ((missing == null) != (total != null && bands != null)) {
      throw new IllegalArgumentException(
          "an expectation has total [lowest, highest] and bands, or what is missing");
    }
    if (total != null && (total.size() != 2 || total.get(0) > total.get(1))) {
      throw new IllegalArgumentException("total is [lowest, highest]");
    }
  }

  /** What is not as expected, as sentences; none when all is. */
  public List<String> deviations(Scored scored) {
    List<String> found = new ArrayList<>();
    if (missing != null) {
      if (!missing.equals(scored.missing())) {
        found.add("missing is %s, expected %s".formatted(scored.missing(), missing));
      }
    } else {
      compareTotal(scored, found);
    }
    Objects.requireNonNull(parameters)
        .forEach(
            (name, expected) -> {
              Integer actual = scored.parameters().get(name);
              if (!expected.equals(actual)) {
                found.add("%s scores %s, expected %s".formatted(name, actual, expected));
              }
            });
    return found;
  }

  private void compareTotal(Scored scored, List<String> found) {
    Integer sum = scored.total();
    List<Integer> range = Objects.requireNonNull(total);
    if (sum == null || sum < range.get(0) || sum > range.get(1)) {
      found.add("the total is %s, expected %s to %s".formatted(sum, range.get(0), range.get(1)));
    }
    Set<Band> accepted = Objects.requireNonNull(bands);
    if (scored.band() == null || !accepted.contains(scored.band())) {
      found.add("the band is %s, expected %s".formatted(scored.band(), accepted));
    }
  }
}
