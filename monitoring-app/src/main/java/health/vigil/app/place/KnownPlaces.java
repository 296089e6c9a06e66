package health.vigil.app.place;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Places;
import health.vigil.app.security.Wards;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where patients lie for as long as it follows the log. What it remembers may permit
 * something; only the log denies. A node that does not follow for a while asks the log each time.
 */
@Singleton
class KnownPlaces implements Places {
  private final PlacesInLog log;
  private final Remembered remembered;
  private final PlaceWatch watch;

  KnownPlaces(PlacesInLog log, Remembered remembered, PlaceWatch watch) {
    this.log = log;
    this.remembered = remembered;
    this.watch = watch;
  }

  @Override
  public boolean isIn(PatientId patient, Wards wards) {
    return is(patient, place -> lies(place, wards));
  }

  @Override
  public boolean isInOrNowhere(PatientId patient, Wards wards) {
    return is(patient, place -> place.isNowhere() || lies(place, wards));
  }

  @Override
  public boolean concerns(AlertId alert, Wards wards) {
    return log.of(alert)
        .filter(place -> wards.include(place.ward()) || isIn(place.patient(), wards))
        .isPresent();
  }

  @Override
  public boolean isPaired(String device, PatientId patient) {
    return id(device).filter(known -> isPaired(known, patient)).isPresent();
  }

  @Override
  public @Nullable WardId wardOf(PatientId patient) {
    return truth(patient).ward();
  }

  private static boolean lies(Whereabouts place, Wards wards) {
    return place.known() && wards.include(place.ward());
  }

  private boolean is(PatientId patient, Predicate<Whereabouts> wanted) {
    Whereabouts before = watch.isFresh() ? remembered.patients().recall(patient) : null;
    return (before != null && wanted.test(before)) || wanted.test(truth(patient));
  }

  /** A device that can not have been paired is paired with nobody. */
  private static Optional<DeviceId> id(String device) {
    try {
      return Optional.of(new DeviceId(device));
    } catch (IllegalArgumentException unheardOf) {
      return Optional.empty();
    }
  }

  private boolean isPaired(DeviceId device, PatientId patient) {
    Optional<Pairing> before = watch.isFresh() ? remembered.devices().recall(device) : null;
    return (before != null && holds(before, patient)) || holds(truth(device), patient);
  }

  /** Whoever has come back for another stay is paired anew. */
  private boolean holds(Optional<Pairing> pairing, PatientId patient) {
    return pairing
        .filter(with -> with.patient().equals(patient))
        .filter(with -> is(patient, place -> with.stay().equals(place.stay())))
        .isPresent();
  }

  /** Ids that nobody has are not remembered: who guesses makes nobody be forgotten. */
  private Whereabouts truth(PatientId patient) {
    return watch.isFresh()
        ? remembered.patients().learn(patient, () -> log.of(patient), Whereabouts::known)
        : log.of(patient);
  }

  private Optional<Pairing> truth(DeviceId device) {
    return watch.isFresh()
        ? remembered.devices().learn(device, () -> log.of(device), Optional::isPresent)
        : log.of(device);
  }
}
