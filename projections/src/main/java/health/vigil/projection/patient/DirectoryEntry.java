package health.vigil.projection.patient;

import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import health.vigil.projection.ReadAhead;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A patient's sealed identity and present place. */
@Entity
@Table(name = "patient_directory")
class DirectoryEntry extends PanacheEntityBase {
  private static final String[] NO_TOKENS = {};

  @Id public String patient;

  /** Sealed; null when nothing is known of the patient, or nothing any more. */
  @PersonalData public byte @Nullable [] identity;

  /** Keyed tokens of the beginnings of names, sorted. */
  @PersonalData
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false)
  public String[] search = NO_TOKENS;

  @PersonalData
  @Column(name = "mrn_token")
  public @Nullable String mrnToken;

  public @Nullable String stay;
  public @Nullable String bed;
  public @Nullable String ward;

  @Column(name = "admitted_at")
  public @Nullable Instant admittedAt;

  @Column(nullable = false)
  public long position;

  static @Nullable DirectoryEntry find(PatientId id) {
    ReadAhead.of(DirectoryEntry.class, DirectoryEntry::touchedBy);
    return findById(id.value());
  }

  private static @Nullable String touchedBy(Object event) {
    if (event instanceof PatientIdentified identified) {
      return identified.patientId().value();
    }
    if (event instanceof PatientErased erased) {
      return erased.patientId().value();
    }
    return event instanceof StayEvent ofStay ? ofStay.patientId().value() : null;
  }

  static DirectoryEntry begin(PatientId id) {
    DirectoryEntry created = new DirectoryEntry();
    created.patient = id.value();
    return created;
  }

  void identify(Identity known, SealedIdentities sealed) {
    byte[] bytes =
        known.isKnown() ? sealed.seal(new PatientId(patient), known.bytes()).orElse(null) : null;
    if (bytes == null) {
      forget();
      return;
    }
    identity = bytes;
    search = known.tokens(sealed).toArray(NO_TOKENS);
    mrnToken = known.demographics() == null ? null : sealed.ofNumber(known.demographics().mrn());
  }

  void forget() {
    identity = null;
    search = NO_TOKENS;
    mrnToken = null;
  }

  void lieIn(StayId present, BedId place) {
    stay = present.value();
    bed = place.value();
    ward = place.ward().value();
  }

  void leave() {
    stay = null;
    bed = null;
    ward = null;
    admittedAt = null;
  }

  FoundPatient read(SealedIdentities sealed) {
    PatientId id = new PatientId(patient);
    Identity known =
        identity == null
            ? Identity.UNKNOWN
            : sealed.open(id, identity).map(Identity::read).orElse(Identity.UNKNOWN);
    return new FoundPatient(id, known, presentStay());
  }

  private PatientEntry.@Nullable PresentStay presentStay() {
    if (stay == null || bed == null || admittedAt == null) {
      return null;
    }
    return new PatientEntry.PresentStay(new StayId(stay), new BedId(bed), admittedAt);
  }

  @Override
  public String toString() {
    return "DirectoryEntry[patient=" + patient + "]";
  }
}
