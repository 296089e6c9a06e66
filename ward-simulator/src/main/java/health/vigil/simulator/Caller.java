package health.vigil.simulator;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made.
 *
 * @param role as Vigil names it
 * @param ward on which the role is held; null for a role that is held in the whole hospital
 */
record Caller(String role, String id, @Nullable String ward) {
  static Caller nurse(String ward) {
    return new Caller("nurse", "simulator-nurse-" + ward, ward);
  }

  static Caller physician(String ward) {
    return new Caller("physician", "simulator-physician-" + ward, ward);
  }

  static Caller device(String device) {
    return new Caller("device", device, null);
  }

  /** Who compares at the end of a check. */
  static Caller auditor() {
    return new Caller("auditor", "simulator-auditor", null);
  }
}
