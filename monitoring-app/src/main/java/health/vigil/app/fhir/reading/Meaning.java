package health.vigil.app.fhir.reading;

import health.vigil.monitoring.vitals.Vital;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** What a code of an Observation or of a component means to Vigil. */
enum Meaning {
  /** Vital signs panel: components, or members that are sent on their own. */
  PANEL(Set.of(Vital.values())),
  /** Blood pressure panel: systolic and diastolic pressure as components. */
  BLOOD_PRESSURE(Set.of(Vital.SYSTOLIC_BLOOD_PRESSURE, Vital.DIASTOLIC_BLOOD_PRESSURE)),
  RESPIRATION_RATE(Vital.RESPIRATION_RATE, Unit.PER_MINUTE, Unit.BREATHS_PER_MINUTE),
  OXYGEN_SATURATION(Vital.OXYGEN_SATURATION, Unit.PERCENT),
  OXYGEN_FLOW(Vital.SUPPLEMENTAL_OXYGEN, Unit.LITRES_PER_MINUTE),
  OXYGEN_CONCENTRATION(Set.of(), Unit.PERCENT),
  SYSTOLIC_BLOOD_PRESSURE(Vital.SYSTOLIC_BLOOD_PRESSURE, Unit.MILLIMETRES_OF_MERCURY),
  DIASTOLIC_BLOOD_PRESSURE(Vital.DIASTOLIC_BLOOD_PRESSURE, Unit.MILLIMETRES_OF_MERCURY),
  PULSE(Vital.PULSE, Unit.PER_MINUTE, Unit.BEATS_PER_MINUTE),
  CONSCIOUSNESS(Vital.CONSCIOUSNESS),
  TEMPERATURE(Vital.TEMPERATURE, Unit.DEGREES_CELSIUS, Unit.DEGREES_FAHRENHEIT),
  NEWS2_TOTAL(Set.of(), Unit.SCORE, Unit.SCORE_OF),
  /** Known, and kept out: Vigil scores for itself. */
  NEWS2_SUB_SCORE(Set.of());

  static final String LOINC = "http://loinc.org";
  static final String SNOMED_CT = "http://snomed.info/sct";

  static final Map<String, Meaning> OF_LOINC =
      Map.ofEntries(
          Map.entry("85353-1", PANEL),
          Map.entry("85354-9", BLOOD_PRESSURE),
          Map.entry("9279-1", RESPIRATION_RATE),
          Map.entry("2708-6", OXYGEN_SATURATION),
          Map.entry("59408-5", OXYGEN_SATURATION),
          Map.entry("3151-8", OXYGEN_FLOW),
          Map.entry("3150-6", OXYGEN_CONCENTRATION),
          Map.entry("8480-6", SYSTOLIC_BLOOD_PRESSURE),
          Map.entry("8462-4", DIASTOLIC_BLOOD_PRESSURE),
          Map.entry("8867-4", PULSE),
          Map.entry("8310-5", TEMPERATURE));

  static final Map<String, Meaning> OF_SNOMED_CT =
      Map.ofEntries(
          Map.entry("1104441000000107", CONSCIOUSNESS),
          Map.entry("1104051000000101", NEWS2_TOTAL),
          Map.entry("1104301000000104", NEWS2_SUB_SCORE),
          Map.entry("1104311000000102", NEWS2_SUB_SCORE),
          Map.entry("1104321000000108", NEWS2_SUB_SCORE),
          Map.entry("1104331000000105", NEWS2_SUB_SCORE),
          Map.entry("1104341000000101", NEWS2_SUB_SCORE),
          Map.entry("1104351000000103", NEWS2_SUB_SCORE),
          Map.entry("1104361000000100", NEWS2_SUB_SCORE),
          Map.entry("1104371000000107", NEWS2_SUB_SCORE));

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final Set<Vital> vitals;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<Unit> units;

  Meaning(Vital vital, Unit... units) {
    this(Set.of(vital), units);
  }

  Meaning(Set<Vital> vitals, Unit... units) {
    this.vitals = vitals;
    this.units = List.of(units);
  }

  /** The vital signs that this tells of. */
  Set<Vital> vitals() {
    return vitals;
  }

  /** The units that a value may have; none when it is no quantity. */
  List<Unit> units() {
    return units;
  }

  /** The type of a value, by its name in FHIR. */
  String valueType() {
    return units.isEmpty() ? "CodeableConcept" : "Quantity";
  }

  /** What the codings mean: nothing, one thing, or, when they disagree, several. */
  static Set<Meaning> of(CodeableConcept code) {
    Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
    for (Coding coding : code.getCoding()) {
      Meaning meaning = of(coding);
      if (meaning != null) {
        meanings.add(meaning);
      }
    }
    return meanings;
  }

  private static @Nullable Meaning of(Coding coding) {
    if (coding.getCode() == null) {
      return null;
    }
    if (LOINC.equals(coding.getSystem())) {
      return OF_LOINC.get(coding.getCode());
    }
    return SNOMED_CT.equals(coding.getSystem()) ? OF_SNOMED_CT.get(coding.getCode()) : null;
  }

  boolean isGroup() {
    return this == PANEL || this == BLOOD_PRESSURE;
  }
}
