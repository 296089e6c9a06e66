package health.vigil.app.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search by one identifier, as conditional creates have it. */
final class IdentifierQuery {
  private static final Pattern FORM = Pattern.compile("\\??identifier=(?<token>[^&]+)");

  private IdentifierQuery() {}

  /** The identifier's value without its system; null when it is no such search. */
  static @Nullable String value(String query) {
    Matcher form = FORM.matcher(query);
    if (!form.matches()) {
      return null;
    }
    try {
      String token = URLDecoder.decode(form.group("token"), StandardCharsets.UTF_8);
      String value = token.substring(token.indexOf('|') + 1);
      return value.isEmpty() ? null : value;
    } catch (IllegalArgumentException noEncoding) {
      return none(noEncoding);
    }
  }

  /** The cause would repeat the value. */
  private static @Nullable String none(IllegalArgumentException ignored) {
    return null;
  }
}
