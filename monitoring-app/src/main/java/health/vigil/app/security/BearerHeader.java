package health.vigil.app.security;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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

  private static final int LONGEST_KEY_ID = 500;

  private BearerHeader() {}

  /**
   * The id of the key that has signed it, by what the token says.
   *
   * @param headers all of that name
   * @return nothing when there can be no token in it: it takes one header and three parts, of which
   *     the first two are JSON objects
   */
  static Optional<String> keyOf(List<String> headers) {
    if (headers.size() != 1) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(headers.get(0));
    return parts.matches() && object(parts.group(2)) != null
        ? Optional.ofNullable(object(parts.group(1))).flatMap(BearerHeader::key)
        : Optional.empty();
  }

  private static Optional<String> key(JsonObject head) {
    return head.getValue("alg") instanceof String
            && head.getValue("kid") instanceof String key
            && key.length() <= LONGEST_KEY_ID
        ? Optional.of(key)
        : Optional.empty();
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
