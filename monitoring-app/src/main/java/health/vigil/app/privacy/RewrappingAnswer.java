package health.vigil.app.privacy;

import health.vigil.personal.key.Rewrapping;
import java.util.List;

/**
 * What came of wrapping the keys of patients anew.
 *
 * @param masterKey the id of the one that wraps from now on
 * @param rewrapped keys that were wrapped with it
 * @param remaining keys that another master key still wraps
 * @param unopened the patients among them whose key no master key here unwraps, a hundred at most
 */
record RewrappingAnswer(String masterKey, long rewrapped, long remaining, List<String> unopened) {
  static RewrappingAnswer of(Rewrapping.Result result) {
    return new RewrappingAnswer(
        result.current(), result.rewrapped(), result.remaining(), result.unopened());
  }
}
