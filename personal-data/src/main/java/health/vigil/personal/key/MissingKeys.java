package health.vigil.personal.key;

import health.vigil.patient.PatientId;

/**
 * What becomes of a patient whom the table of keys has no row of: somebody new, or one whose key is
 * lost. An erased patient has a row, which says so.
 */
public interface MissingKeys {
  /** None is missing: who has no row is new. */
  MissingKeys NONE =
      new MissingKeys() {
        @Override
        public boolean mayBeMade(PatientId patient) {
          return true;
        }

        @Override
        public boolean areGivenUp() {
          return false;
        }
      };

  /**
   * Whether the patient may get a first key. Where something is sealed already that key is lost,
   * and another in its place would keep it from being restored.
   */
  boolean mayBeMade(PatientId patient);

  /** Whether what lost keys sealed is given up, and read as nothing. */
  boolean areGivenUp();
}
