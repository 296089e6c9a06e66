package health.vigil.axon.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UnquotedTest {

  private final Exception failure =
      new IllegalStateException(
          "no row for Jane Doe", new SQLException("Jane Doe is taken", "23505"));

  @Test
  void nothingThatAFailureSaysIsQuoted() {
    assertThat(getStackTrace(Unquoted.of(failure)))
        .doesNotContain("Jane")
        .contains("java.lang.IllegalStateException")
        .contains("java.sql.SQLException")
        .contains("SQL state 23505")
        .contains("UnquotedTest.java");
  }

  @Test
  void theTypeIsThatOfTheFailure() {
    assertThat(Unquoted.of(failure).type()).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void aFailureThatCausesItselfIsToldOnce() {
    Exception first = new IllegalStateException();
    Exception second = new IllegalArgumentException(first);
    first.initCause(second);

    assertThat(Unquoted.of(first).getCause()).hasNoCause();
  }
}
