package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is refused.
 *
 * @param type the last segment of the problem's type, empty for FHIR
 * @param field that is named, empty when none is to blame
 */
record Refused(
    String what,
    int status,
    String type,
    String field,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body) {

  private static final String API = "/api/v1";

  static Refused post(
      String what, int status, String type, String field, String path, String body) {
    return new Refused(
        what, status, type, field, "POST", API + path, Map.of(), body.getBytes(UTF_8));
  }

  static Refused put(String what, int status, String type, String field, String path, String body) {
    return new Refused(
        what, status, type, field, "PUT", API + path, Map.of(), body.getBytes(UTF_8));
  }

  Refused with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Refused(what, status, type, field, method, path, more, body);
  }

  Refused of(byte[] bytes) {
    return new Refused(what, status, type, field, method, path, headers, bytes);
  }

  @Override
  public String toString() {
    return what;
  }
}
