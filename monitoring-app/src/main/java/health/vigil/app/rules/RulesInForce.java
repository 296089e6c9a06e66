package health.vigil.app.rules;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;

/** The rules by which this node judges, as it is configured. */
@Singleton
class RulesInForce {
  private final SortedMap<String, String> rules;

  RulesInForce(@All List<ClinicalSettings> parts) {
    Rulebook book = new Rulebook();
    parts.forEach(part -> part.tell(book));
    rules = book.rules();
  }

  SortedMap<String, String> rules() {
    return rules;
  }
}
