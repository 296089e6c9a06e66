package health.vigil.app.erasure;

import health.vigil.patient.PatientEvent.PatientErased;
import java.util.List;

/** What a log tells of erasures. */
interface RecordedErasures {
  /** After a position up to and with another, oldest first. */
  List<PatientErased> between(long after, long upTo);
}
