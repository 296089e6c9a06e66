package health.vigil.app.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.ErasureWithdrawn;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a patient's erasure is.
 *
 * @param reference of a letter or a decision, while it is not erased
 * @param expiresAt when a request lapses that nobody has confirmed
 * @param position of the last event that the answer is made of; absent when there is none
 * @param pending what of a recorded erasure is left to be done; absent when nothing is
 */
@Schema(name = "Erasure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureAnswer(
    PatientId patientId,
    State state,
    @Nullable ErasureReason reason,
    @Nullable String reference,
    @Nullable String requestedBy,
    @Nullable Instant requestedAt,
    @Nullable Instant expiresAt,
    @Nullable String confirmedBy,
    @Nullable Instant erasedAt,
    @Nullable Long position,
    @Nullable String pending) {

  /** Where it stands. */
  @Schema(name = "ErasureState")
  enum State {
    /** Nobody has asked for it, or whoever did has withdrawn. */
    NONE,
    REQUESTED,
    /** Nobody has confirmed it in time. */
    EXPIRED,
    ERASED
  }

  static ErasureAnswer none(PatientId patient) {
    return new ErasureAnswer(
        patient, State.NONE, null, null, null, null, null, null, null, null, null);
  }

  /** After one more event of the patient; {@code now} tells whether a request has lapsed. */
  ErasureAnswer after(Object event, long at, Instant now) {
    if (event instanceof ErasureRequested asked) {
      return requested(asked, at, now);
    }
    if (event instanceof ErasureWithdrawn) {
      return none(patientId).at(at);
    }
    return event instanceof PatientErased erased ? erased(erased, at) : this;
  }

  private ErasureAnswer requested(ErasureRequested asked, long at, Instant now) {
    return new ErasureAnswer(
        patientId,
        now.isBefore(asked.expiresAt()) ? State.REQUESTED : State.EXPIRED,
        asked.reason(),
        asked.reference(),
        asked.requestedBy(),
        asked.at(),
        asked.expiresAt(),
        null,
        null,
        at,
        null);
  }

  private ErasureAnswer erased(PatientErased erased, long at) {
    return new ErasureAnswer(
        patientId,
        State.ERASED,
        erased.reason(),
        null,
        erased.requestedBy(),
        requestedAt,
        null,
        erased.confirmedBy(),
        erased.at(),
        at,
        null);
  }

  private ErasureAnswer at(long place) {
    return new ErasureAnswer(
        patientId, state, null, null, null, null, null, null, null, place, null);
  }

  /** The same, with what is left to be done. */
  ErasureAnswer pending(String left) {
    return new ErasureAnswer(
        patientId,
        state,
        reason,
        reference,
        requestedBy,
        requestedAt,
        expiresAt,
        confirmedBy,
        erasedAt,
        position,
        left);
  }

  @Override
  public String toString() {
    return "ErasureAnswer[" + patientId + ", " + state + "]";
  }
}
