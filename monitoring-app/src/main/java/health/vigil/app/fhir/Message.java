package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Intent;
import health.vigil.app.fhir.reading.ReadObservation;
import health.vigil.app.idempotency.MessageIdentity;
import health.vigil.monitoring.Origin;
import health.vigil.monitoring.PartId;
import health.vigil.patient.PatientId;
import java.time.Instant;
import java.util.Objects;

/**
 * An Observation of somebody known.
 *
 * @param index its place among the entries
 */
record Message(int index, ReadObservation said, PatientId patient, MessageIdentity identity) {
  /** Of what it asks to do about itself as it was recorded before. */
  MessageIdentity change() {
    return identity.toDo("change");
  }

  boolean isChange() {
    return said.intent() == Intent.AMEND || said.intent() == Intent.RETRACT;
  }

  /** Whether it is recorded when it was never seen. */
  boolean records() {
    return said.intent() == Intent.RECORD || said.intent() == Intent.AMEND;
  }

  boolean hasKeyOf(Message other) {
    return identity.key().equals(other.identity.key());
  }

  PartId part() {
    return new PartId(identity.id());
  }

  Origin origin() {
    return new Origin(identity.metaData());
  }

  String location() {
    return "Observation/" + identity.id();
  }

  /** Of a message with something to record. */
  Instant measuredAt() {
    return Objects.requireNonNull(said.measuredAt());
  }

  /** The element that a refusal is about; an empty field stands for the whole. */
  String expressionOf(String field) {
    return said.expressionOf(field);
  }
}
