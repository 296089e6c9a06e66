package health.vigil.app.limit;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Tells the requests that bring readings from those of people who care for a patient. */
final class IngestRequest {
  static final String FHIR = "/fhir/R4";

  private static final String PATIENTS = "/api/v1/patients/";
  private static final String OBSERVATIONS = "/observations";

  /** A reading has less than a kilobyte; only Bundles are longer than this. */
  private static final long BYTES_OF_A_PLACE = 64 * 1024;

  private IngestRequest() {}

  static boolean is(HttpMethod method, String path) {
    return method.equals(HttpMethod.POST) && (isObservation(path) || isFhir(path));
  }

  static boolean isFhir(String path) {
    return path.equals(FHIR) || (path.startsWith(FHIR + "/") && !path.endsWith("/_search"));
  }

  /** Corrections and retractions are somebody's act, and few. */
  private static boolean isObservation(String path) {
    String one = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return one.startsWith(PATIENTS) && one.endsWith(OBSERVATIONS);
  }

  /**
   * How many places it takes: as many as its body is long, at most half of all, so that two of the
   * longest are read at once. A Bundle that does not say how long it is counts as long; nothing
   * else may be.
   *
   * @param length what the request says about it
   * @param all places that there are
   */
  static int places(String path, @Nullable String length, int all) {
    int most = Math.max(1, all / 2);
    if (length == null) {
      return isFhir(path) ? most : 1;
    }
    return (int) Math.min(most, 1 + bytes(length) / BYTES_OF_A_PLACE);
  }

  /** One that can not be read is refused when the body is. */
  private static long bytes(String length) {
    boolean isNumber = length.length() <= 18 && length.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && !length.isEmpty() ? Long.parseLong(length) : 0;
  }
}
