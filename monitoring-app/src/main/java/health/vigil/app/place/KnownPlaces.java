package health.vigil.app.place;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Places;
import health.vigil.app.security.Presence;
import health.vigil.app.security.Wards;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where patients lie for as long as it follows the log. What it remembers may permit
 * something; only the log denies. A node that does not follow for a while asks the log each time.
 */
@Singleton
class KnownPlaces implements Places {
  private final PlacesInLog log;
  private final RememberedPlaces memory;
  private final Remembered remembered;
  private final PlaceWatch watch;

  KnownPlaces(PlacesInLog log, Remembered remembered, PlaceWatch watch) {
    this.log = log;
    this.memory = new RememberedPlaces(remembered, watch);
    this.remembered = remembered;
    this.watch = watch;
  }

  @Override
  public Presence remembered() {
    return memory;
  }

  @Override
  public boolean isIn(PatientId patient, Wards wards) {
    return memory.isIn(patient, wards) || truth(patient).isIn(wards);
  }

  @Override
  public boolean isInOrNowhere(PatientId patient, Wards wards) {
    return memory.isInOrNowhere(patient, wards) || isInOrNowhere(truth(patient), wards);
  }

  @Override
  public boolean concerns(AlertId alert, Wards wards) {
    return memory.concerns(alert, wards)
        || truth(alert)
            .filter(place -> wards.include(place.ward()) || isIn(place.patient(), wards))
            .isPresent();
  }

  @Override
  public boolean isPaired(String device, PatientId patient) {
    return memory.isPaired(device, patient)
        || RememberedPlaces.id(device).filter(known -> holds(truth(known), patient)).isPresent();
  }

  @Override
  public @Nullable WardId wardOf(PatientId patient) {
    return truth(patient).ward();
  }

  private static boolean isInOrNowhere(Whereabouts place, Wards wards) {
    return place.isNowhere() || place.isIn(wards);
  }

  /** Whoever has come back for another stay is paired anew. */
  private boolean holds(Optional<Pairing> pairing, PatientId patient) {
    return pairing
        .filter(with -> with.patient().equals(patient))
        .filter(with -> with.stay().equals(truth(patient).stay()))
        .isPresent();
  }

  /** Ids that nobody has are not remembered: who guesses makes nobody be forgotten. */
  private Whereabouts truth(PatientId patient) {
    return watch.isFresh()
        ? remembered.patients().learn(patient, () -> log.of(patient), Whereabouts::known)
        : log.of(patient);
  }

  private Optional<AlertPlace> truth(AlertId alert) {
    Optional<AlertPlace> place = log.of(alert);
    place.ifPresent(found -> remembered.alerts().learn(alert, found::patient, always -> true));
    return place;
  }

  private Optional<Pairing> truth(DeviceId device) {
    return watch.isFresh()
        ? remembered.devices().learn(device, () -> log.of(device), Optional::isPresent)
        : log.of(device);
  }
}
