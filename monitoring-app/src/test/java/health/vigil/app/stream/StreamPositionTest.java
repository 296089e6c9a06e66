package health.vigil.app.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.app.problem.ProblemException;
import health.vigil.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {
  private static final StreamPosition NEWEST = new StreamPosition("ab12", 100);

  @Test
  void a_position_is_of_this_epoch() {
    assertThat(StreamPosition.parse("position", "42", NEWEST).toString()).isEqualTo("ab12-42");
  }

  @Test
  void the_id_of_a_frame_is_a_position() {
    assertThat(StreamPosition.parse("position", "ab12-100", NEWEST).position()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd34-42", "ab12-101", "101"})
  void a_position_of_another_life_of_the_log_is_a_conflict(String text) {
    assertThatThrownBy(() -> StreamPosition.parse("position", text, NEWEST))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().code()).isEqualTo("other-epoch"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "ab12-", "ab12", "AB12-1", "1-2-3", "9999999999999999999"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> StreamPosition.parse("position", text, NEWEST))
        .isInstanceOf(Refusal.class);
  }
}
