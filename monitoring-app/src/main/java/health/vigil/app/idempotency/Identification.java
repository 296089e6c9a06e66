package health.vigil.app.idempotency;

/**
 * What a request is known by when it comes again, and so what a client does about one whose outcome
 * is unknown.
 */
enum Identification {
  IDEMPOTENCY_KEY(
      "Send the same request again with the same Idempotency-Key: it is recorded once, and answered"
          + " as the first time."),
  MESSAGE_ID(
      "Send the same request again with the same messageId: it is recorded once, and answered as"
          + " the first time."),
  REVISION(
      "Send the same request again with the same If-Match. When that is stale, read what is there:"
          + " it may be this request's."),
  NOTHING(
      "The request bore no Idempotency-Key, so that it would be recorded a second time. Read what is"
          + " there, then decide whether to send it again.");

  private final String advice;

  Identification(String advice) {
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
