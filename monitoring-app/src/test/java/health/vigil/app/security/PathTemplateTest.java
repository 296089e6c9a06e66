package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  private final PathTemplate board = new PathTemplate("/wards/{ward}/board");

  @Test
  void a_variable_stands_for_one_segment() {
    assertThat(board.match("/wards/3B/board"))
        .hasValueSatisfying(values -> assertThat(values).containsEntry("ward", "3B"));
  }

  @Test
  void a_segment_is_decoded_once() {
    assertThat(board.match("/wards/%C3%9C1/board"))
        .hasValueSatisfying(values -> assertThat(values).containsEntry("ward", "Ü1"));
    assertThat(board.match("/wards/a%252Fb/board"))
        .hasValueSatisfying(values -> assertThat(values).containsEntry("ward", "a%2Fb"));
  }

  @Test
  void a_slash_at_the_end_makes_no_other_path() {
    assertThat(board.match("/wards/3B/board/")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/wards/3B",
        "/wards//board",
        "/wards/3B/board/x",
        "/Wards/3B/board",
        "wards/3B/board"
      })
  void everything_else_is_another_path(String path) {
    assertThat(board.match(path)).isEmpty();
  }

  @Test
  void a_star_stands_for_what_follows() {
    PathTemplate health = new PathTemplate("/q/health*");

    assertThat(health.match("/q/health")).isPresent();
    assertThat(health.match("/q/health/ready")).isPresent();
    assertThat(health.match("/q/metrics")).isEmpty();
    assertThat(health.match("/q/health/..%2f..%2fapi")).isEmpty();
  }

  @Test
  void a_name_comes_before_a_variable() {
    assertThat(new PathTemplate("/patients/search"))
        .isLessThan(new PathTemplate("/patients/{patientId}"));
  }
}
