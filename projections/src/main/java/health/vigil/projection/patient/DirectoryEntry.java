package health.vigil.projection.patient;

import health.vigil.patient.Demographics;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import health.vigil.patient.Sex;
import health.vigil.projection.ReadAhead;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A patient's identity and present place. */
@Entity
@Table(name = "patient_directory")
class DirectoryEntry extends PanacheEntityBase {
  @Id public String patient;

  @PersonalData public @Nullable String mrn;

  @PersonalData
  @Column(name = "family_name")
  public @Nullable String familyName;

  @PersonalData
  @Column(name = "given_name")
  public @Nullable String givenName;

  @PersonalData
  @Column(name = "birth_date")
  public @Nullable LocalDate birthDate;

  @PersonalData
  @Enumerated(EnumType.STRING)
  public @Nullable Sex sex;

  @PersonalData
  @Column(name = "temporary_label")
  public @Nullable String temporaryLabel;

  /** The family name, or the temporary label, as it is searched and sorted. */
  @PersonalData
  @Column(name = "family_search", nullable = false)
  public String familySearch = "";

  @PersonalData
  @Column(name = "given_search", nullable = false)
  public String givenSearch = "";

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
    return event instanceof StayEvent ofStay ? ofStay.patientId().value() : null;
  }

  static DirectoryEntry begin(PatientId id) {
    DirectoryEntry created = new DirectoryEntry();
    created.patient = id.value();
    return created;
  }

  /** Case does not matter in a search; which language's rules decide on it must not either. */
  static String searchable(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  void call(String label) {
    temporaryLabel = label;
    familySearch = searchable(label);
  }

  void identify(Demographics known) {
    mrn = known.mrn();
    familyName = known.familyName();
    givenName = known.givenName();
    birthDate = known.birthDate();
    sex = known.sex();
    temporaryLabel = null;
    familySearch = searchable(known.familyName());
    givenSearch = searchable(known.givenName());
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

  PatientEntry read() {
    return new PatientEntry(new PatientId(patient), demographics(), temporaryLabel, presentStay());
  }

  private @Nullable Demographics demographics() {
    if (mrn == null || familyName == null || givenName == null || sex == null) {
      return null;
    }
    return new Demographics(mrn, familyName, givenName, birthDate, sex);
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
