package health.vigil.app.fhir.reading;

import health.vigil.monitoring.vitals.Consciousness;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** ACVPU in SNOMED CT. */
final class ConsciousnessCodes {
  static final String ACCEPTED =
      "accepted is one SNOMED CT code of 248234008 (alert), 130987000 (acute confusion), 300202002"
          + " (voice), 450847001 (pain), 422768004 (unresponsive)";

  private static final Map<String, Consciousness> CODES =
      Map.of(
          "248234008", Consciousness.ALERT,
          "130987000", Consciousness.CONFUSION,
          "300202002", Consciousness.VOICE,
          "450847001", Consciousness.PAIN,
          "422768004", Consciousness.UNRESPONSIVE);

  private ConsciousnessCodes() {}

  /** Nothing, one level, or, when the codings disagree, several. */
  static Set<Consciousness> of(CodeableConcept value) {
    Set<Consciousness> levels = EnumSet.noneOf(Consciousness.class);
    for (Coding coding : value.getCoding()) {
      if (Meaning.SNOMED_CT.equals(coding.getSystem()) && CODES.containsKey(coding.getCode())) {
        levels.add(CODES.get(coding.getCode()));
      }
    }
    return levels;
  }
}
