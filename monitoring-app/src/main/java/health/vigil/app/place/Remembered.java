package health.vigil.app.place;

import health.vigil.alert.AlertId;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What this node remembers of places: a bounded number, and nothing for longer than a minute. */
@Singleton
class Remembered {
  private static final int AT_MOST = 20_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Memory<PatientId, Whereabouts> patients =
      new Memory<>(AT_MOST, LONGEST, System::nanoTime);
  private final Memory<DeviceId, Optional<Pairing>> devices =
      new Memory<>(AT_MOST, LONGEST, System::nanoTime);
  private final Memory<AlertId, PatientId> alerts =
      new Memory<>(AT_MOST, LONGEST, System::nanoTime);

  Memory<PatientId, Whereabouts> patients() {
    return patients;
  }

  Memory<DeviceId, Optional<Pairing>> devices() {
    return devices;
  }

  /** Whom alerts are about, which never changes. */
  Memory<AlertId, PatientId> alerts() {
    return alerts;
  }

  void forgetAll() {
    patients.forgetAll();
    devices.forgetAll();
    alerts.forgetAll();
  }
}
