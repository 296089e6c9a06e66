package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotStatesTest {
  @Test
  void the_order_of_fields_does_not_matter() {
    assertThat(SnapshotStates.difference("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")).isEmpty();
  }

  @Test
  void fields_that_differ_are_named_and_their_values_are_not() {
    assertThat(
            SnapshotStates.difference(
                "{\"a\":\"Meadows\",\"b\":2,\"d\":{}}", "{\"a\":\"Iris\",\"c\":3,\"d\":{}}"))
        .contains("it differs in a, b, c");
  }

  @Test
  void what_is_no_json_differs() {
    assertThat(SnapshotStates.difference("{", "{}")).contains("it can not be read as JSON");
  }
}
