package health.vigil.app.device;

import health.vigil.app.security.Actor;
import health.vigil.app.security.Denials;
import health.vigil.app.security.Role;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes it known that a device is refused: by itself it falls silent, and who sees it at the bed
 * believes that the patient is measured. Counted always, told once a device and minute.
 */
@Singleton
class RefusedDevices implements Denials {
  private static final Logger LOG = Logger.getLogger(RefusedDevices.class);
  private static final String READINGS = "/api/v1/patients/{patientId}/observations";
  private static final int DEVICES = 10_000;

  private final Counter unbound;
  private final Counter unpaired;
  private final ToldWards wards;
  private final OnceAMinute<DeviceId> told = new OnceAMinute<>(DEVICES, System::nanoTime);

  RefusedDevices(MeterRegistry meters, ToldWards wards) {
    this.unbound = counter("unbound", meters);
    this.unpaired = counter("unpaired", meters);
    this.wards = wards;
  }

  @Override
  public void denied(
      Actor actor,
      String method,
      String path,
      Map<String, String> named,
      @Nullable String traceParent) {
    if (!actor.roles().containsKey(Role.DEVICE)
        || !method.equals("POST")
        || !path.equals(READINGS)) {
      return;
    }
    Optional<DeviceId> device = id(actor.device(), DeviceId::new);
    (device.isPresent() ? unpaired : unbound).increment();
    device
        .filter(told::isDue)
        .ifPresent(
            refused -> {
              LOG.warnf("Device %s sends for a patient with whom it is not paired.", refused);
              id(named.get("patientId"), PatientId::new)
                  .ifPresent(patient -> wards.tell(actor, refused, patient));
            });
  }

  /** What is no id is nobody's. */
  private static <T> Optional<T> id(@Nullable String value, Function<String, T> form) {
    try {
      return Optional.ofNullable(value).map(form);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Counter counter(String reason, MeterRegistry meters) {
    return Counter.builder("vigil.devices.refused")
        .description("Readings of devices that were refused, as the device may not send them")
        .tag("reason", reason)
        .register(meters);
  }
}
