package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.ReadObservation;
import health.vigil.app.fhir.reading.ReadPatient;
import org.jspecify.annotations.Nullable;

/** What one entry asks for, by its place among the entries. */
sealed interface Wish {
  int index();

  record OfObservation(int index, ReadObservation said) implements Wish {}

  /**
   * Somebody to register.
   *
   * @param content canonical
   * @param fullUrl by which other entries of a transaction name the patient, null for none
   * @param unlessMrn the number of a patient who makes this entry superfluous, null for none
   */
  record OfPatient(
      int index,
      ReadPatient said,
      String content,
      @Nullable String fullUrl,
      @Nullable String unlessMrn)
      implements Wish {
    @Override
    public String toString() {
      return "OfPatient[index=" + index + ", masked]";
    }
  }

  /** It was refused before anybody looked at what is recorded. */
  record Refused(int index, EntryAnswer answer) implements Wish {}
}
