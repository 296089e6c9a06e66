package health.vigil.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableDumpTest {
  private static final TableDump DUMP = dump("(1,a)", "(1,a)", "(2,b)");

  @Test
  void equal_rows_do_not_differ() {
    assertThat(DUMP.differences(dump("(1,a)", "(1,a)", "(2,b)"))).isEmpty();
  }

  @Test
  void a_changed_row_is_missing_and_surplus() {
    assertThat(DUMP.differences(dump("(1,a)", "(1,a)", "(2,c)")))
        .containsExactly("-t(2,b)", "+t(2,c)");
  }

  @Test
  void a_row_that_is_there_once_too_often_is_surplus() {
    assertThat(DUMP.differences(dump("(1,a)", "(1,a)", "(2,b)", "(2,b)")))
        .containsExactly("+t(2,b)");
  }

  @Test
  void a_row_that_is_not_there_is_missing() {
    assertThat(DUMP.differences(dump("(1,a)", "(2,b)"))).containsExactly("-t(1,a)");
  }

  private static TableDump dump(String... rows) {
    return new TableDump(Map.of("t", List.of(rows)));
  }
}
