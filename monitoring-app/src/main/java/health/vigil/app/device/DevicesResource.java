package health.vigil.app.device;

import health.vigil.app.idempotency.NoBody;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.place.ChangedPlaces;
import health.vigil.app.problem.Fields;
import health.vigil.app.security.Permitted;
import health.vigil.device.DeviceCommand.PairDevice;
import health.vigil.device.DeviceCommand.ReleaseDevice;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceEvent.DeviceReleased;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/devices/{device}")
@Tag(name = "Devices")
class DevicesResource {
  private final Writes writes;
  private final KnownDevices devices;
  private final Permitted permitted;
  private final ChangedPlaces changed;

  DevicesResource(Writes writes, KnownDevices devices, Permitted permitted, ChangedPlaces changed) {
    this.writes = writes;
    this.devices = devices;
    this.permitted = permitted;
    this.changed = changed;
  }

  @GET
  @Operation(
      summary = "Whom a device is paired with",
      description = "Read from the log: it is never behind. A pairing is over with the stay.")
  public DeviceAnswer device(@PathParam("device") DeviceId device) {
    devices.requireReach(device);
    DeviceEvent last = devices.last(device).orElseThrow(() -> Refusal.notFound("device"));
    return devices.holds(last) ? DeviceAnswer.of(last) : DeviceAnswer.ofNobody(device);
  }

  @POST
  @Path("pairing")
  @Operation(
      summary = "Pair a device with a patient, for as long as the stay",
      description =
          "From here on a token of the device may post this patient's observations, and nothing"
              + " else. Answers 409 device-paired while it is paired with another patient,"
              + " not-admitted.")
  public PairingAnswer pair(
      @PathParam("device") DeviceId device, @Nullable PairingRequest request) {
    PairingRequest body = Fields.body(request);
    Fields fields = new Fields();
    PatientId patient = fields.required("patientId", body.patientId(), PatientId::new);
    fields.throwIfAny();
    permitted.requireOf(patient);
    Recorded recorded =
        writes.post(body, received -> new PairDevice(device, patient, received.at()));
    changed.of(device);
    return new PairingAnswer(device, patient, recorded.position());
  }

  @POST
  @Path("release")
  @Operation(
      summary = "Release a device",
      description =
          "It may post nothing any more. The ward that paired it may, too, when the patient has left"
              + " and the device has not. Answers 409 device-not-paired.")
  public PairingAnswer release(@PathParam("device") DeviceId device) {
    devices.requireReach(device);
    Recorded recorded =
        writes.post(NoBody.NONE, received -> new ReleaseDevice(device, received.at()));
    changed.of(device);
    return new PairingAnswer(
        device, recorded.the(DeviceReleased.class).patientId(), recorded.position());
  }
}
