package health.vigil.projection.patient;

import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.projection.Progress;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Keeps the directory of patients: who they are, and where those who are admitted lie. Events of
 * erased patients tell nothing personal any more, in a rebuild from the first on; live or rebuilt,
 * what stays is a row with no identity.
 */
@ProcessingGroup(PatientDirectoryProjection.GROUP)
class PatientDirectoryProjection {
  static final String GROUP = "patient-chart";

  @EventHandler
  void on(PatientRegistered event, TrackingToken token, SealedIdentities sealed) {
    DirectoryEntry entry = DirectoryEntry.begin(event.patientId());
    entry.identify(Identity.of(event.demographics()), sealed);
    entry.position = Progress.reached(GROUP, token);
    entry.persist();
  }

  @EventHandler
  void on(UnidentifiedPatientRegistered event, TrackingToken token, SealedIdentities sealed) {
    DirectoryEntry entry = DirectoryEntry.begin(event.patientId());
    entry.identify(Identity.of(event.temporaryLabel()), sealed);
    entry.position = Progress.reached(GROUP, token);
    entry.persist();
  }

  @EventHandler
  void on(PatientIdentified event, TrackingToken token, SealedIdentities sealed) {
    Identity known = Identity.of(event.demographics());
    change(event.patientId(), token, entry -> entry.identify(known, sealed));
  }

  @EventHandler
  void on(PatientErased event, TrackingToken token) {
    change(event.patientId(), token, DirectoryEntry::forget);
  }

  @EventHandler
  void on(PatientAdmitted event, TrackingToken token) {
    change(
        event.patientId(),
        token,
        entry -> {
          entry.lieIn(event.stayId(), event.bed());
          entry.admittedAt = event.admittedAt();
        });
  }

  @EventHandler
  void on(PatientTransferred event, TrackingToken token) {
    change(event.patientId(), token, entry -> entry.lieIn(event.stayId(), event.bed()));
  }

  @EventHandler
  void on(PatientDischarged event, TrackingToken token) {
    change(event.patientId(), token, DirectoryEntry::leave);
  }

  private static void change(
      PatientId patient, TrackingToken token, Consumer<DirectoryEntry> change) {
    long position = Progress.reached(GROUP, token);
    DirectoryEntry entry = DirectoryEntry.find(patient);
    if (entry != null) {
      entry.position = position;
      change.accept(entry);
    }
  }
}
