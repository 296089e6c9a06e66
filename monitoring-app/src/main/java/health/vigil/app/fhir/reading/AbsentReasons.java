package health.vigil.app.fhir.reading;

import static health.vigil.monitoring.vitals.NotMeasuredReason.DEVICE_FAULT;
import static health.vigil.monitoring.vitals.NotMeasuredReason.NOT_DONE;
import static health.vigil.monitoring.vitals.NotMeasuredReason.REFUSED;
import static health.vigil.monitoring.vitals.NotMeasuredReason.UNABLE;

import health.vigil.monitoring.vitals.NotMeasuredReason;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** FHIR's data-absent-reason in Vigil's four; whatever says no more than "no value" is NOT_DONE. */
final class AbsentReasons {
  static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

  private static final Map<String, NotMeasuredReason> REASONS =
      Map.of(
          "asked-declined", REFUSED,
          "asked-unknown", UNABLE,
          "not-applicable", UNABLE,
          "unsupported", UNABLE,
          "error", DEVICE_FAULT,
          "not-a-number", DEVICE_FAULT,
          "negative-infinity", DEVICE_FAULT,
          "positive-infinity", DEVICE_FAULT);

  private AbsentReasons() {}

  static NotMeasuredReason of(CodeableConcept absent) {
    return absent.getCoding().stream()
        .filter(coding -> SYSTEM.equals(coding.getSystem()))
        .map(Coding::getCode)
        .filter(Objects::nonNull)
        .map(code -> REASONS.getOrDefault(code, NOT_DONE))
        .findFirst()
        .orElse(NOT_DONE);
  }
}
