package health.vigil.app.fhir.reading;

import static health.vigil.app.fhir.reading.Fhir.coded;
import static health.vigil.app.fhir.reading.Fhir.component;
import static health.vigil.app.fhir.reading.Fhir.observation;
import static health.vigil.app.fhir.reading.Fhir.quantity;
import static health.vigil.app.fhir.reading.Fhir.read;
import static health.vigil.app.fhir.reading.Fhir.snomed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.OxygenFlow;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ObservationReaderTest {
  @ParameterizedTest
  @CsvSource({
    "9279-1,  18,    /min,          RESPIRATION_RATE,         18",
    "9279-1,  0,     {breaths}/min, RESPIRATION_RATE,         0",
    "8867-4,  72.50, /min,          PULSE,                    72.50",
    "8867-4,  72,    {beats}/min,   PULSE,                    72",
    "2708-6,  96,    %,             OXYGEN_SATURATION,        96",
    "59408-5, 96.4,  %,             OXYGEN_SATURATION,        96.4",
    "8480-6,  120,   mm[Hg],        SYSTOLIC_BLOOD_PRESSURE,  120",
    "8462-4,  75,    mm[Hg],        DIASTOLIC_BLOOD_PRESSURE, 75",
    "8310-5,  36.60, Cel,           TEMPERATURE,              36.60",
    "8310-5,  98.6,  [degF],        TEMPERATURE,              37.0",
    "8310-5,  36.800000000000004, Cel, TEMPERATURE,           36.800000000000004"
  })
  void aVitalSignIsReadWithAllItsDigits(
      String code, String value, String unit, Vital vital, BigDecimal expected) {
    ReadObservation read = read(observation(code, quantity(value, unit)));
    assertThat(read.values().number(vital)).isEqualTo(expected);
    assertThat(read.vitals()).containsExactly(vital);
    assertThat(read.intent()).isEqualTo(Intent.RECORD);
    assertThat(read.measuredAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(read.expressionOf(vital.fieldName())).isEqualTo("Observation.valueQuantity.value");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void bloodPressureHasTwoComponents() {
    ReadObservation read =
        read(
            observation(
                "85354-9",
                components(
                    component("8480-6", quantity("107", "mm[Hg]")),
                    component("8462-4", quantity("60", "mm[Hg]")))));
    assertThat(read.values().number(Vital.SYSTOLIC_BLOOD_PRESSURE)).isEqualTo("107");
    assertThat(read.values().number(Vital.DIASTOLIC_BLOOD_PRESSURE)).isEqualTo("60");
    assertThat(read.expressionOf("systolicBloodPressure"))
        .isEqualTo("Observation.component[0].valueQuantity.value");
  }

  @Test
  void aPanelMayHoldAWholeSet() {
    ReadObservation read =
        read(
            observation(
                "85353-1",
                components(
                    component("9279-1", quantity("18", "/min")),
                    component("2708-6", quantity("96", "%")),
                    component("3151-8", quantity("2", "L/min")),
                    component("8480-6", quantity("120", "mm[Hg]")),
                    component("8867-4", quantity("72", "/min")),
                    component("8310-5", quantity("36.8", "Cel")),
                    component("29463-7", quantity("80", "kg")))));
    assertThat(read.vitals())
        .containsExactly(
            Vital.RESPIRATION_RATE,
            Vital.OXYGEN_SATURATION,
            Vital.SUPPLEMENTAL_OXYGEN,
            Vital.SYSTOLIC_BLOOD_PRESSURE,
            Vital.PULSE,
            Vital.TEMPERATURE);
    assertThat(read.notes())
        .extracting(Issue::expression)
        .containsExactly("Observation.component[6].code");
  }

  @Test
  void aPanelOfMembersHasNothingToRecord() {
    ReadObservation read =
        read(observation("85353-1", "'hasMember': [{'reference': 'Observation/o-1'}]"));
    assertThat(read.intent()).isEqualTo(Intent.NOTHING);
    assertThat(read.vitals()).isEmpty();
    assertThat(read.notes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "0, false", "0.0, false", "0.5, true"})
  void oxygenIsToldByItsFlow(String flow, boolean onOxygen) {
    ReadObservation alone = read(observation("3151-8", quantity(flow, "L/min")));
    assertThat(alone.values().oxygenFlow()).isEqualTo(new OxygenFlow(new BigDecimal(flow)));
    assertThat(alone.values().onOxygen()).isEqualTo(onOxygen);
    assertThat(alone.vitals()).containsExactly(Vital.SUPPLEMENTAL_OXYGEN);
    ReadObservation component =
        read(
            observation(
                "59408-5",
                quantity("95", "%")
                    + ", "
                    + components(component("3151-8", quantity(flow, "L/min")))));
    assertThat(component.values().onOxygen()).isEqualTo(onOxygen);
    assertThat(component.vitals())
        .containsExactly(Vital.OXYGEN_SATURATION, Vital.SUPPLEMENTAL_OXYGEN);
  }

  @Test
  void withNoFlowItIsNotKnownWhetherThereIsOxygen() {
    assertThat(read(observation("2708-6", quantity("95", "%"))).values().onOxygen()).isNull();
  }

  @Test
  void aConcentrationAboveThatOfAirIsOxygenAndOtherwiseSaysNothing() {
    assertThat(read(observation("3150-6", quantity("40", "%"))).values().onOxygen()).isTrue();
    ReadObservation air = read(observation("3150-6", quantity("21", "%")));
    assertThat(air.values().onOxygen()).isNull();
    assertThat(air.vitals()).isEmpty();
    assertThat(air.intent()).isEqualTo(Intent.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "248234008, ALERT",
    "130987000, CONFUSION",
    "300202002, VOICE",
    "450847001, PAIN",
    "422768004, UNRESPONSIVE"
  })
  void consciousnessIsACode(String code, Consciousness level) {
    ReadObservation read = read(snomed("1104441000000107", level(code)));
    assertThat(read.values().consciousness()).isEqualTo(level);
    assertThat(read.vitals()).containsExactly(Vital.CONSCIOUSNESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'valueQuantity':{'value':7,'system':'http://unitsofmeasure.org','code':'{score}'}; 7",
        "'valueQuantity':{'value':0.0,'system':'http://unitsofmeasure.org','code':'{ScoreOf}'}; 0",
        "'valueInteger':20; 20"
      },
      quoteCharacter = '"')
  void aTotalFromOutsideIsKeptBesideOurs(String value, int total) {
    ReadObservation read = read(snomed("1104051000000101", value));
    assertThat(read.externalScore()).isEqualTo(new ExternalScore(total));
    assertThat(read.expressionOf("externalScore")).startsWith("Observation.value");
    assertThat(read.vitals()).isEmpty();
    assertThat(read.intent()).isEqualTo(Intent.RECORD);
  }

  @Test
  void subScoresAreKnownAndKeptOut() {
    ReadObservation alone = read(snomed("1104301000000104", quantity("2", "{score}")));
    assertThat(alone.intent()).isEqualTo(Intent.NOTHING);
    assertThat(alone.notes()).extracting(Issue::expression).containsExactly("Observation.code");
    ReadObservation total =
        read(
            snomed(
                "1104051000000101",
                "'valueInteger': 2, "
                    + components(
                        "{"
                            + coded("http://snomed.info/sct", "1104301000000104")
                            + ", 'valueInteger': 2}")));
    assertThat(total.externalScore()).isEqualTo(new ExternalScore(2));
    assertThat(total.notes())
        .extracting(Issue::expression)
        .containsExactly("Observation.component[0].code");
  }

  @ParameterizedTest
  @CsvSource({
    "asked-declined, REFUSED",
    "unsupported, UNABLE",
    "not-applicable, UNABLE",
    "asked-unknown, UNABLE",
    "error, DEVICE_FAULT",
    "not-a-number, DEVICE_FAULT",
    "negative-infinity, DEVICE_FAULT",
    "positive-infinity, DEVICE_FAULT",
    "not-performed, NOT_DONE",
    "not-asked, NOT_DONE",
    "unknown, NOT_DONE",
    "temp-unknown, NOT_DONE",
    "masked, NOT_DONE",
    "not-permitted, NOT_DONE",
    "as-text, NOT_DONE",
    "something-newer, NOT_DONE"
  })
  void whatIsAbsentHasAReason(String code, NotMeasuredReason reason) {
    ReadObservation read = read(observation("8310-5", absent(code)));
    assertThat(read.values().notMeasured()).isEqualTo(Map.of(Vital.TEMPERATURE, reason));
    assertThat(read.values().temperature()).isNull();
    assertThat(read.vitals()).containsExactly(Vital.TEMPERATURE);
    assertThat(read.intent()).isEqualTo(Intent.RECORD);
  }

  @Test
  void aComponentMayBeAbsentBesideOneThatIsNot() {
    ReadObservation read =
        read(
            observation(
                "85354-9",
                components(
                    component("8480-6", quantity("107", "mm[Hg]")),
                    component("8462-4", absent("not-performed")))));
    assertThat(read.values().number(Vital.SYSTOLIC_BLOOD_PRESSURE)).isEqualTo("107");
    assertThat(read.values().notMeasured())
        .isEqualTo(Map.of(Vital.DIASTOLIC_BLOOD_PRESSURE, NotMeasuredReason.NOT_DONE));
  }

  @Test
  void aPanelMayBeAbsentAsAWhole() {
    assertThat(read(observation("85354-9", absent("asked-declined"))).values().notMeasured())
        .isEqualTo(
            Map.of(
                Vital.SYSTOLIC_BLOOD_PRESSURE, NotMeasuredReason.REFUSED,
                Vital.DIASTOLIC_BLOOD_PRESSURE, NotMeasuredReason.REFUSED));
    assertThat(read(observation("85353-1", absent("asked-declined"))).vitals())
        .isEqualTo(Set.of(Vital.values()));
  }

  @ParameterizedTest
  @CsvSource({
    "final, RECORD",
    "preliminary, RECORD",
    "unknown, RECORD",
    "amended, AMEND",
    "corrected, AMEND",
    "entered-in-error, RETRACT",
    "registered, NOTHING",
    "cancelled, NOTHING"
  })
  void theStatusSaysWhatIsAskedFor(String status, Intent intent) {
    ReadObservation read =
        read(observation("8867-4", "'status': '" + status + "', " + quantity("72", "/min")));
    assertThat(read.intent()).isEqualTo(intent);
    boolean states = intent == Intent.RECORD || intent == Intent.AMEND;
    assertThat(read.vitals()).hasSize(states ? 1 : 0);
    assertThat(read.measuredAt() != null).isEqualTo(states);
    assertThat(read.notes()).hasSize(intent == Intent.NOTHING ? 1 : 0);
  }

  @Test
  void whatIsTakenBackNeedsNoValueAndNoTime() {
    ReadObservation read =
        read(observation("8867-4", "'status': 'entered-in-error', 'effectiveDateTime': null"));
    assertThat(read.intent()).isEqualTo(Intent.RETRACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'effectiveDateTime': '2026-11-23T09:00:00.123456+01:00'; 2026-11-23T08:00:00.123456Z",
        "'effectiveInstant': '2026-11-23T08:00:00Z'; 2026-11-23T08:00:00Z",
        "'effectivePeriod': {'start': '2026-11-23', 'end': '2026-11-23T08:00:00-02:30'};"
            + " 2026-11-23T10:30:00Z"
      },
      quoteCharacter = '"')
  void theTimeIsATimeOrTheEndOfAPeriod(String effective, Instant time) {
    ObjectNode observation =
        observation("8867-4", "'effectiveDateTime': null, " + quantity("72", "/min"));
    assertThat(read(Fhir.with(observation, effective)).measuredAt()).isEqualTo(time);
  }

  @Test
  void severalCodesMayNameTheSameThing() {
    ReadObservation read =
        read(
            observation(
                "8310-5",
                "'code': {'coding': [{'system': 'http://acme.example', 'code': 'BT'},"
                    + " {'system': 'http://loinc.org', 'code': '8310-5'},"
                    + " {'system': 'http://loinc.org', 'code': '8331-1'}]}, "
                    + quantity("39", "Cel")));
    assertThat(read.vitals()).containsExactly(Vital.TEMPERATURE);
    assertThat(
            read(observation(
                    "2708-6",
                    "'code': {'coding': [{'system': 'http://loinc.org', 'code': '2708-6'},"
                        + " {'system': 'http://loinc.org', 'code': '59408-5'}]}, "
                        + quantity("95", "%")))
                .vitals())
        .containsExactly(Vital.OXYGEN_SATURATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'identifier': {'value': 'device-7'}, 'reference': 'Device/7'}; device-7",
        "{'reference': 'DeviceMetric/7'}; DeviceMetric/7",
        "{'reference': '#contained'}; ",
        "{'reference': 'urn:uuid:8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11'}; ",
        "{'display': 'monitor of Iris Meadows'}; "
      },
      quoteCharacter = '"')
  void theDeviceIsNamedByItsIdentifierOrReference(String device, String expected) {
    assertThat(
            read(observation("8867-4", "'device': " + device + ", " + quantity("72", "/min")))
                .device())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Meaning.class)
  void noMeaningIsLeftWithoutAUnitOrACode(Meaning meaning) {
    boolean measured =
        !meaning.isGroup()
            && meaning != Meaning.CONSCIOUSNESS
            && meaning != Meaning.NEWS2_SUB_SCORE;
    assertThat(meaning.units().isEmpty()).isNotEqualTo(measured);
  }

  private static String components(String... components) {
    return "'component': [" + String.join(", ", components) + "]";
  }

  private static String level(String code) {
    return "'valueCodeableConcept': {'coding': [{'system': 'http://snomed.info/sct', 'code': '"
        + code
        + "'}]}";
  }

  private static String absent(String code) {
    return "'dataAbsentReason': {'coding': [{'system':"
        + " 'http://terminology.hl7.org/CodeSystem/data-absent-reason', 'code': '"
        + code
        + "'}]}";
  }
}
