package health.vigil.app.device;

import health.vigil.app.access.AboutPatient;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to whatever changes a pairing. */
@Schema(name = "PairingChange")
record PairingAnswer(DeviceId device, PatientId patientId, long position) implements AboutPatient {}
