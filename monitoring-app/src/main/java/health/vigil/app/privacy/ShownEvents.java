package health.vigil.app.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.vigil.app.log.Payloads;
import health.vigil.personal.json.Masking;
import health.vigil.personal.json.PersonalDataModule;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;

/** Events as people see them: with personal data only where it belongs to what they look at. */
@Singleton
public class ShownEvents {
  private final Payloads payloads;
  private final ObjectMapper open;
  private final ObjectMapper masked;

  ShownEvents(Payloads payloads, ObjectMapper mapper) {
    this.payloads = payloads;
    this.open = mapper.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    this.masked = open.copy().registerModule(new PersonalDataModule(new Masking()));
  }

  /** With every personal value masked: for whoever watches a ward. */
  public JsonNode masked(Object event) {
    return masked.valueToTree(event);
  }

  /** With personal data: for whoever looks at this patient's own record. */
  public JsonNode open(RecordedEvent event) {
    return open.valueToTree(payloads.read(event));
  }
}
