package health.vigil.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * Revision 1 of {@code AlertRaised} did not say by which decisions an alert was raised. There were
 * those of version 1 only.
 */
final class AlertRaisedBefore2 extends SingleEventUpcaster {
  private static final SimpleSerializedType BEFORE = new SimpleSerializedType("AlertRaised", "1");
  private static final SimpleSerializedType AFTER = new SimpleSerializedType("AlertRaised", "2");
  private static final String ONLY_VERSION_BEFORE = "1";

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(BEFORE);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(AFTER, JsonNode.class, AlertRaisedBefore2::upcast);
  }

  private static JsonNode upcast(JsonNode payload) {
    return ((ObjectNode) payload).put("decisions", ONLY_VERSION_BEFORE);
  }
}
