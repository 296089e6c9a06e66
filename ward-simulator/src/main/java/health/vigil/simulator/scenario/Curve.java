package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;

/**
 * A quantity over the minutes of a scenario: straight lines between its points, as the first point
 * before and as the last one after. Two points at the same minute are a jump.
 */
record Curve(List<Point> points) {
  static final Curve ZERO = new Curve(List.of(new Point(0, 0)));

  record Point(double minute, double value) {}

  Curve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).minute() < points.get(i - 1).minute()) {
        throw new IllegalArgumentException("the points are in order of their minutes");
      }
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a curve has at least one point [minute, value]");
    }
  }

  /** From {@code [[minute, value], ...]}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Curve of(double[][] pairs) {
    for (double[] pair : pairs) {
      if (pair.length != 2) {
        throw new IllegalArgumentException("a point is [minute, value]");
      }
    }
    return new Curve(Arrays.stream(pairs).map(pair -> new Point(pair[0], pair[1])).toList());
  }

  double at(double minute) {
    int next = 0;
    while (next < points.size() && points.get(next).minute() <= minute) {
      next++;
    }
    if (next == 0) {
      return points.get(0).value();
    }
    Point from = points.get(next - 1);
    if (next == points.size()) {
      return from.value();
    }
    Point to = points.get(next);
    double share = (minute - from.minute()) / (to.minute() - from.minute());
    return from.value() + (to.value() - from.value()) * share;
  }

  void require(String name, double most) {
    for (Point point : points) {
      if (!(point.value() >= 0 && point.value() <= most)) {
        throw new IllegalArgumentException(
            "%s is %s at minute %s; accepted is 0 to %s"
                .formatted(name, point.value(), point.minute(), most));
      }
    }
  }
}
