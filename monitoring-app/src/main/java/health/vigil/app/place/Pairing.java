package health.vigil.app.place;

import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;

/** With whom a device is paired, for as long as the stay. */
record Pairing(PatientId patient, StayId stay) {}
