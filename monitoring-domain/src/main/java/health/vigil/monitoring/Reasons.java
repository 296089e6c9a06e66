package health.vigil.monitoring;

import health.vigil.refusal.Refusal;

/** The reasons that people give in their own words; never shown in an error. */
final class Reasons {
  static final int LONGEST = 1_000;
  static final String ACCEPTED = "accepted are 1 to " + LONGEST + " characters";

  private Reasons() {}

  /**
   * @throws Refusal naming {@code reason}
   */
  static void require(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw Refusal.invalid("reason", ACCEPTED);
    }
  }
}
