package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** From one minute of a scenario up to, not including, another; a pair in a file. */
public record Span(double from, double to) {
  public Span {
    if (!(from >= 0 && from < to)) {
      throw new IllegalArgumentException("a span is [from, to], from 0 on, from before to");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Span of(double[] pair) {
    if (pair.length != 2) {
      throw new IllegalArgumentException("a span is [from, to]");
    }
    return new Span(pair[0], pair[1]);
  }

  @JsonValue
  double[] pair() {
    return new double[] {from, to};
  }

  public boolean holds(double minute) {
    return minute >= from && minute < to;
  }

  @Override
  public String toString() {
    return "%s to %s".formatted(from, to);
  }
}
