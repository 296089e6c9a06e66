package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTableTest {
  private static final String HEADER =
      """
      | method | path | nurse | physician | booking-clerk | device | auditor | operator | integration | supervisor |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  @Test
  void a_row_says_what_each_role_may_do() {
    List<Permission> rows =
        PermissionTable.read(
            HEADER
                + "| POST | `/p/{patientId}` | own | — | any | paired | — | — | — | own or none |");

    assertThat(rows).hasSize(1);
    Permission row = rows.get(0);
    assertThat(row.everybody()).isFalse();
    assertThat(row.reachOf(Role.NURSE)).isEqualTo(Reach.OWN);
    assertThat(row.reachOf(Role.PHYSICIAN)).isEqualTo(Reach.NOTHING);
    assertThat(row.reachOf(Role.BOOKING_CLERK)).isEqualTo(Reach.ANY);
    assertThat(row.reachOf(Role.DEVICE)).isEqualTo(Reach.PAIRED);
    assertThat(row.reachOf(Role.SUPERVISOR)).isEqualTo(Reach.OWN_OR_NONE);
  }

  @Test
  void a_table_without_roles_is_open_to_everybody() {
    List<Permission> rows =
        PermissionTable.read("| method | path |\n|---|---|\n| GET | `/q/health*` |");

    assertThat(rows).singleElement().matches(Permission::everybody);
  }

  @Test
  void other_tables_and_text_are_passed_over() {
    assertThat(PermissionTable.read("# Who\n| cell | may |\n|---|---|\n| `—` | nothing |\nEnd."))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          | POST | `/p` | own | — | any | paired | — | — | — | mine |; a cell says nothing
          | POST | `/p` | own | — | any | paired | — | — | — |; not as many cells
          | POST | `/p` | own | — | any | paired | — | — | — |  |; a cell says nothing
          | POSE | `/p` | own | — | any | paired | — | — | — | own |; its method is none
          | POST | `p` | own | — | any | paired | — | — | — | own |; does not begin with a slash
          """)
  void a_row_that_can_not_be_read_is_refused(String row, String why) {
    assertThatThrownBy(() -> PermissionTable.read(HEADER + row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_row_that_is_there_twice_is_refused() {
    String row = "| GET | `/p` | own | — | any | paired | — | — | — | own |\n";

    assertThatThrownBy(() -> PermissionTable.read(HEADER + row + row))
        .hasMessageContaining("it is there twice");
  }

  @Test
  void a_table_that_leaves_a_role_out_is_refused() {
    String table = "| method | path | nurse |\n|---|---|---|\n| GET | `/p` | own |\n";

    assertThatThrownBy(() -> PermissionTable.read(table))
        .hasMessageContaining("a role has no column");
  }
}
