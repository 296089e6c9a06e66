package health.vigil.app.security;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of what comes as {@code Authorization}. What has not the form of a signed token can not
 * be one, and is not shown to the library that checks tokens: it would take some of it for a
 * failure of the identity provider.
 */
final class BearerHeader {
  private static final Pattern FORM =
      Pattern.compile("(?i:Bearer) +([\\w-]+)\\.([\\w-]+)\\.[\\w-]+");

  private BearerHeader() {}

  /**
   * Whether a token may be in it: one header, three parts, of which the first two are JSON objects.
   *
   * @param headers all of that name; none is fine
   */
  static boolean isWellFormed(List<String> headers) {
    return headers.isEmpty() || (headers.size() == 1 && isToken(headers.get(0)));
  }

  private static boolean isToken(String header) {
    Matcher parts = FORM.matcher(header);
    if (!parts.matches()) {
      return false;
    }
    JsonObject head = object(parts.group(1));
    return head != null
        && head.getValue("alg") instanceof String
        && (!head.containsKey("kid") || head.getValue("kid") instanceof String)
        && object(parts.group(2)) != null;
  }

  private static @Nullable JsonObject object(String part) {
    try {
      return new JsonObject(
          new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    } catch (DecodeException | IllegalArgumentException notOne) {
      return null;
    }
  }
}
