package health.vigil.app.place;

import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;

/**
 * Forgets at once what a request of this node has changed, before it is answered: the log tells it
 * a moment later, and other nodes by that alone.
 */
@Singleton
public class ChangedPlaces {
  private final Remembered remembered;

  ChangedPlaces(Remembered remembered) {
    this.remembered = remembered;
  }

  public void of(PatientId patient) {
    remembered.patients().forget(patient);
  }

  public void of(DeviceId device) {
    remembered.devices().forget(device);
  }
}
