package health.vigil.patient;

import health.vigil.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is accepted in a request for an erasure; a refusal names the field and the rule. */
final class ErasureRules {
  private static final TextRule REFERENCE = TextRule.printable("reference", 100);

  private ErasureRules() {}

  static void check(@Nullable String reference) {
    if (reference != null) {
      REFERENCE
          .check(reference)
          .ifPresent(
              error -> {
                throw Refusal.invalid(List.of(error));
              });
    }
  }
}
