package health.vigil.app.idempotency;

import health.vigil.refusal.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client calls one wish, so that it can say it twice: 1 to 200 visible ASCII characters. */
record IdempotencyKey(String value, Identification by) {
  static final String HEADER = "Idempotency-Key";
  static final String MESSAGE_ID = "messageId";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /**
   * The message id: what a device measured is recorded once, however often and under whatever
   * header it is sent. Without one the header's, else one that nobody else has.
   */
  static IdempotencyKey of(@Nullable String header, @Nullable String messageId) {
    IdempotencyKey ofHeader =
        header == null
            ? random(Identification.NOTHING)
            : checked(HEADER, header, Identification.IDEMPOTENCY_KEY);
    return messageId == null ? ofHeader : checked(MESSAGE_ID, messageId, Identification.MESSAGE_ID);
  }

  /** One that nobody else has: the request is known by something else, or by nothing. */
  static IdempotencyKey random(Identification by) {
    return new IdempotencyKey(UUID.randomUUID().toString(), by);
  }

  private static IdempotencyKey checked(String field, String value, Identification by) {
    if (!FORM.matcher(value).matches()) {
      throw Refusal.invalid(field, "1 to 200 visible ASCII characters");
    }
    return new IdempotencyKey(value, by);
  }
}
