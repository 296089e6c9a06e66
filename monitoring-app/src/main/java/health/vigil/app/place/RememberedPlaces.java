package health.vigil.app.place;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Presence;
import health.vigil.app.security.Wards;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says yes to what this node remembers and nothing else, and never waits. */
class RememberedPlaces implements Presence {
  private final Remembered remembered;
  private final PlaceWatch watch;

  RememberedPlaces(Remembered remembered, PlaceWatch watch) {
    this.remembered = remembered;
    this.watch = watch;
  }

  @Override
  public boolean isIn(PatientId patient, Wards wards) {
    return is(patient, place -> place.isIn(wards));
  }

  @Override
  public boolean isInOrNowhere(PatientId patient, Wards wards) {
    return is(patient, place -> place.isNowhere() || place.isIn(wards));
  }

  @Override
  public boolean concerns(AlertId alert, Wards wards) {
    @Nullable PatientId patient = watch.isFresh() ? remembered.alerts().recall(alert) : null;
    return patient != null && isIn(patient, wards);
  }

  @Override
  public boolean isPaired(String device, PatientId patient) {
    return id(device).filter(known -> isPaired(known, patient)).isPresent();
  }

  private boolean isPaired(DeviceId device, PatientId patient) {
    Optional<Pairing> before = watch.isFresh() ? remembered.devices().recall(device) : null;
    return before != null
        && before
            .filter(with -> with.patient().equals(patient))
            .filter(with -> is(patient, place -> with.stay().equals(place.stay())))
            .isPresent();
  }

  /** A device that can not have been paired is paired with nobody. */
  static Optional<DeviceId> id(String device) {
    try {
      return Optional.of(new DeviceId(device));
    } catch (IllegalArgumentException unheardOf) {
      return Optional.empty();
    }
  }

  private boolean is(PatientId patient, Predicate<Whereabouts> wanted) {
    Whereabouts before = watch.isFresh() ? remembered.patients().recall(patient) : null;
    return before != null && wanted.test(before);
  }
}
