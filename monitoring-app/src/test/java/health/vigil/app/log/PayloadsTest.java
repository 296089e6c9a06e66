package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.store.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;

class PayloadsTest {
  private final Payloads payloads =
      new Payloads(JacksonSerializer.defaultSerializer(), new Upcasters(List.of(new Renaming())));

  @Test
  void an_event_is_read_as_it_was_stored() {
    assertThat(payloads.read(row("2", "{\"beats\":72}"))).isEqualTo(new PulseFelt(72));
  }

  @Test
  void an_old_revision_is_read_as_the_present_one() {
    assertThat(payloads.read(row("1", "{\"pulse\":72}"))).isEqualTo(new PulseFelt(72));
  }

  private static RecordedEvent row(String revision, String payload) {
    return new RecordedEvent(
        1,
        "event",
        "stream",
        0,
        "Monitoring",
        PulseFelt.class.getName(),
        revision,
        payload,
        "{}",
        Instant.EPOCH,
        Instant.EPOCH,
        "0".repeat(64));
  }

  @Revision("2")
  record PulseFelt(int beats) {}

  private static final class Renaming extends SingleEventUpcaster {
    private final SimpleSerializedType before =
        new SimpleSerializedType(PulseFelt.class.getName(), "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().equals(before);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType(before.getName(), "2"), JsonNode.class, Renaming::renamed);
    }

    private static JsonNode renamed(JsonNode payload) {
      ObjectNode renamed = payload.deepCopy();
      renamed.set("beats", renamed.remove("pulse"));
      return renamed;
    }
  }
}
