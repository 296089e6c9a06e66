package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import java.util.List;

/**
 * A read model against the log.
 *
 * @param position up to which both were compared
 * @param rows that the read model has
 * @param differences by table and key, at most 100 of each table
 * @param more differences that are not among them
 */
public record Comparison(
    ReadModel model, long position, long rows, List<Difference> differences, long more) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  public boolean isEqual() {
    return differences.isEmpty();
  }
}
