package health.vigil.personal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.vigil.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** Shows that there is something, and nothing of it. There is no way back. */
public final class Masking implements PersonalDataCodec {
  public static final String MASK = "•••";

  @Override
  public JsonNode seal(@Nullable PatientId about, String property, JsonNode readable) {
    return TextNode.valueOf(MASK);
  }

  @Override
  public JsonNode open(String property, JsonNode stored) {
    throw new UnsupportedOperationException("what is masked is for people, not for reading back");
  }
}
