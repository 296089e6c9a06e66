package health.vigil.app.operations;

import health.vigil.rebuild.Comparison;
import health.vigil.rebuild.Difference;
import java.util.List;

/**
 * A read model against the log. No value of a row is shown, only which row and which columns.
 *
 * @param position up to which both were compared
 * @param rows that the read model has
 * @param differences by table and key, at most 100 of each table
 * @param more differences that are not among them
 */
record ComparisonAnswer(
    String projection,
    long position,
    boolean equal,
    long rows,
    List<Difference> differences,
    long more) {

  static ComparisonAnswer of(Comparison comparison) {
    return new ComparisonAnswer(
        comparison.model().group(),
        comparison.position(),
        comparison.isEqual(),
        comparison.rows(),
        comparison.differences(),
        comparison.more());
  }
}
