package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.vigil.patient.PatientId;
import health.vigil.personal.json.OpenedForms;
import health.vigil.personal.json.PersonalDataCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotStatesTest {
  private final SnapshotStates states = new SnapshotStates(new OpenedForms(new Shifted()));

  @Test
  void the_order_of_fields_does_not_matter() {
    assertThat(states.difference("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")).isEmpty();
  }

  @Test
  void fields_that_differ_are_named_and_their_values_are_not() {
    assertThat(
            states.difference(
                "{\"a\":\"Meadows\",\"b\":2,\"d\":{}}", "{\"a\":\"Iris\",\"c\":3,\"d\":{}}"))
        .contains("it differs in a, b, c");
  }

  @Test
  void what_is_no_json_differs() {
    assertThat(states.difference("{", "{}")).contains("it can not be read as JSON");
  }

  @Test
  void what_is_sealed_is_compared_as_it_is_when_it_is_opened() {
    assertThat(states.difference("{\"a\":{\"b\":\"1-x\"}}", "{\"a\":{\"b\":\"2-x\"}}")).isEmpty();
    assertThat(states.difference("{\"a\":{\"b\":\"1-x\"}}", "{\"a\":{\"b\":\"1-y\"}}"))
        .contains("it differs in a");
  }

  /** Puts something in front that means nothing. */
  private static final class Shifted implements PersonalDataCodec {
    @Override
    public JsonNode seal(@Nullable PatientId about, String property, JsonNode readable) {
      return TextNode.valueOf(property.length() + "-" + readable.asText());
    }

    @Override
    public JsonNode open(String property, JsonNode stored) {
      return stored.isTextual()
          ? TextNode.valueOf(stored.asText().replaceFirst("^[0-9]+-", ""))
          : stored;
    }
  }
}
