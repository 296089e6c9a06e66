package health.vigil.app.security;

import java.util.Arrays;
import java.util.Optional;

/** How far a role reaches in one row of docs/reference/permissions.md. */
enum Reach {
  NOTHING("—"),
  /** Patients and wards of the actor's own. */
  OWN("own"),
  /** As {@link #OWN}, and patients who lie nowhere. */
  OWN_OR_NONE("own or none"),
  /** The one patient that the device is paired with. */
  PAIRED("paired"),
  ANY("any");

  private final String cell;

  Reach(String cell) {
    this.cell = cell;
  }

  static Optional<Reach> of(String cell) {
    return Arrays.stream(values()).filter(reach -> reach.cell.equals(cell)).findFirst();
  }
}
