package health.vigil.app.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.log.EventMetadata;
import health.vigil.app.log.Payloads;
import health.vigil.axon.command.Metadata;
import health.vigil.rules.ClinicalRulesEvent.ClinicalRulesChanged;
import health.vigil.rules.ClinicalRulesId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the log says of the rules. It is asked each time: changes are few. */
@Singleton
class RulesOnRecord {
  private static final int AT_ONCE = 500;

  private final EventLog log;
  private final Payloads payloads;
  private final ObjectMapper mapper;

  RulesOnRecord(EventLog log, Payloads payloads, ObjectMapper mapper) {
    this.log = log;
    this.payloads = payloads;
    this.mapper = mapper;
  }

  /** Every change, the first rules included, in the order of the log. */
  List<RecordedChange> all() {
    List<RecordedChange> all = new ArrayList<>();
    List<RecordedEvent> some;
    do {
      some = log.byStream(ClinicalRulesId.OF_THE_HOSPITAL.value(), all.size(), AT_ONCE);
      some.forEach(event -> all.add(change(event)));
    } while (some.size() == AT_ONCE);
    return all;
  }

  private RecordedChange change(RecordedEvent event) {
    ClinicalRulesChanged changed = (ClinicalRulesChanged) payloads.read(event);
    return new RecordedChange(
        event.position(),
        event.recordedAt(),
        metadata(event, Metadata.ACTOR),
        metadata(event, EventMetadata.CLIENT),
        changed.reason(),
        changed.changes());
  }

  private String metadata(RecordedEvent event, String name) {
    try {
      return mapper.readTree(event.metadata()).path(name).asText();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }
}
