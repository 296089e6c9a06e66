package health.vigil.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurveTest {
  private final Curve curve = Curve.of(new double[][] {{10, 0}, {20, 1}, {30, 1}, {30, 4}});

  @Test
  void betweenTwoPointsItIsAStraightLine() {
    assertThat(curve.at(15)).isEqualTo(0.5);
  }

  @Test
  void beforeTheFirstAndAfterTheLastItStays() {
    assertThat(curve.at(0)).isZero();
    assertThat(curve.at(99)).isEqualTo(4);
  }

  @Test
  void twoPointsAtOneMinuteAreAJump() {
    assertThat(curve.at(29.9)).isEqualTo(1);
    assertThat(curve.at(30)).isEqualTo(4);
  }

  @Test
  void pointsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> Curve.of(new double[][] {{5, 0}, {4, 1}}))
        .hasMessage("the points are in order of their minutes");
  }
}
