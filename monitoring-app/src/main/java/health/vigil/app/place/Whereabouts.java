package health.vigil.app.place;

import health.vigil.app.security.Wards;
import health.vigil.stay.StayId;
import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient is.
 *
 * @param known whether there is such a patient
 * @param stay that the patient is in, null when in none
 * @param ward in which the patient lies, null when in no stay
 */
record Whereabouts(boolean known, @Nullable StayId stay, @Nullable WardId ward) {
  static final Whereabouts UNKNOWN = new Whereabouts(false, null, null);
  static final Whereabouts NOWHERE = new Whereabouts(true, null, null);

  boolean isIn(Wards wards) {
    return known && wards.include(ward);
  }

  boolean isNowhere() {
    return known && ward == null;
  }
}
