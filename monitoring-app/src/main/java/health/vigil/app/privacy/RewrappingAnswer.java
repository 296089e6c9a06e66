package health.vigil.app.privacy;

import health.vigil.personal.key.Rewrapping;

/**
 * What came of wrapping the keys of patients anew.
 *
 * @param masterKey the id of the one that wraps from now on
 * @param rewrapped keys that were wrapped with it
 * @param remaining keys that another master key still wraps
 */
record RewrappingAnswer(String masterKey, long rewrapped, long remaining) {
  static RewrappingAnswer of(Rewrapping.Result result) {
    return new RewrappingAnswer(result.current(), result.rewrapped(), result.remaining());
  }
}
