package health.vigil.app.security;

import health.vigil.alert.AlertId;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import java.sql.SQLException;

/** Remembers nothing, and its database is away. */
class LostPlaces implements Places {
  private static final Presence NOTHING =
      new LostPlaces() {
        @Override
        boolean look() {
          return false;
        }
      };

  boolean look() {
    throw new IllegalStateException(new SQLException("gone", "08006"));
  }

  @Override
  public Presence remembered() {
    return NOTHING;
  }

  @Override
  public WardId wardOf(PatientId patient) {
    throw new IllegalStateException(new SQLException("gone", "08006"));
  }

  @Override
  public boolean isIn(PatientId patient, Wards wards) {
    return look();
  }

  @Override
  public boolean isInOrNowhere(PatientId patient, Wards wards) {
    return look();
  }

  @Override
  public boolean concerns(AlertId alert, Wards wards) {
    return look();
  }

  @Override
  public boolean isPaired(String device, PatientId patient) {
    return look();
  }
}
