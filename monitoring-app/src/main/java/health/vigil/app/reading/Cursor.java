package health.vigil.app.reading;

import health.vigil.refusal.Refusal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The place in a list, opaque to clients. */
final class Cursor {
  /** Tells this form from a later one. */
  private static final String FORM = "1:";

  private Cursor() {}

  static String encode(String place) {
    byte[] text = (FORM + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * @throws Refusal when it is none that was given out
   */
  static @Nullable String decode(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    String place = text(cursor);
    if (!place.startsWith(FORM)) {
      throw noCursor();
    }
    return place.substring(FORM.length());
  }

  private static String text(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException refused) {
      Refusal refusal = noCursor();
      refusal.initCause(refused);
      throw refusal;
    }
  }

  private static Refusal noCursor() {
    return Refusal.invalid("cursor", "the next of an earlier page");
  }
}
