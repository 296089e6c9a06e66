package health.vigil.personal.key;

import java.util.Optional;

/** What is known of a patient's key: nothing, that it is destroyed, or the key. */
record KeyState(boolean isKnown, Optional<PatientKey> key) {
  static final KeyState UNKNOWN = new KeyState(false, Optional.empty());
  static final KeyState ERASED = new KeyState(true, Optional.empty());

  static KeyState living(PatientKey key) {
    return new KeyState(true, Optional.of(key));
  }

  boolean isErased() {
    return isKnown && key.isEmpty();
  }
}
