package health.vigil.app.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.access.AboutPatient;
import health.vigil.app.past.AsOf;
import health.vigil.app.ward.BoardRow;
import health.vigil.patient.Demographics;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.projection.patient.PatientStatus;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A patient as the API shows one; what is not known is absent.
 *
 * @param asOf of when it is, with what follows; absent on the patient of now
 * @param monitoring what the ward board showed then; absent when the patient was not admitted, and
 *     for who may not see the chart
 * @param changedSince the sets known then of which something else is known now; absent for who may
 *     not see the chart
 */
@Schema(name = "Patient")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientAnswer(
    PatientId patientId,
    @Nullable String mrn,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable String temporaryLabel,
    PatientStatus status,
    @Nullable PresentStay stay,
    @Nullable AsOf asOf,
    BoardRow.@Nullable Watched monitoring,
    @Nullable List<ChangedSetAnswer> changedSince)
    implements AboutPatient {

  /** Where the patient lies. */
  record PresentStay(StayId stayId, String ward, String bed, Instant admittedAt) {
    static PresentStay of(PatientEntry.PresentStay stay) {
      return new PresentStay(
          stay.stayId(), stay.bed().ward().value(), stay.bed().name(), stay.admittedAt());
    }
  }

  static PatientAnswer of(PatientEntry entry) {
    return of(entry, null, null, null);
  }

  /** As one was known. */
  static PatientAnswer of(PastPatient past) {
    return of(
        past.entry(),
        AsOf.of(past.prefix()),
        past.monitoring() == null ? null : BoardRow.Watched.of(past.monitoring()),
        past.changedSince().stream().map(ChangedSetAnswer::of).toList());
  }

  /** As one was known to who keeps the directory: nothing of what was measured. */
  static PatientAnswer withoutChart(PastPatient past) {
    return of(past.entry(), AsOf.of(past.prefix()), null, null);
  }

  private static PatientAnswer of(
      PatientEntry entry,
      @Nullable AsOf asOf,
      BoardRow.@Nullable Watched monitoring,
      @Nullable List<ChangedSetAnswer> changedSince) {
    Demographics known = entry.demographics();
    return new PatientAnswer(
        entry.patientId(),
        known == null ? null : known.mrn(),
        known == null ? null : known.familyName(),
        known == null ? null : known.givenName(),
        known == null ? null : known.birthDate(),
        known == null ? null : known.sex(),
        entry.temporaryLabel(),
        entry.status(),
        entry.stay() == null ? null : PresentStay.of(entry.stay()),
        asOf,
        monitoring,
        changedSince);
  }

  @Override
  public String toString() {
    return "PatientAnswer[" + patientId + "]";
  }
}
