package health.vigil.app.patient;

import health.vigil.patient.Demographics;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.projection.patient.PatientEntry.PresentStay;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import org.jspecify.annotations.Nullable;

/** What a patient's events tell, one after the other. */
final class KnownPatient {
  private final PatientId id;
  private boolean registered;
  private @Nullable Demographics demographics;
  private @Nullable String label;
  private @Nullable PresentStay stay;

  KnownPatient(PatientId id) {
    this.id = id;
  }

  void learn(Object event) {
    if (event instanceof PatientRegistered registration) {
      registered = true;
      demographics = readable(registration.demographics());
    } else if (event instanceof UnidentifiedPatientRegistered registration) {
      registered = true;
      label = registration.temporaryLabel();
    } else if (event instanceof PatientIdentified identification) {
      demographics = readable(identification.demographics());
      label = null;
    } else {
      follow(event);
    }
  }

  private static @Nullable Demographics readable(Demographics known) {
    return known.erased() ? null : known;
  }

  private void follow(Object event) {
    if (event instanceof PatientAdmitted admitted) {
      stay = new PresentStay(admitted.stayId(), admitted.bed(), admitted.admittedAt());
    } else if (event instanceof PatientTransferred moved && stay != null) {
      stay = new PresentStay(moved.stayId(), moved.bed(), stay.admittedAt());
    } else if (event instanceof PatientDischarged) {
      stay = null;
    }
  }

  /** Null while no registration was learnt. */
  @Nullable PatientEntry entry() {
    return registered ? new PatientEntry(id, demographics, label, stay) : null;
  }
}
