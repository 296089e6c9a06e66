package health.vigil.personal.ledger;

import java.io.Serial;

/** A ledger does not tell who is erased. The message is a sentence that names file and line. */
public final class UnusableLedger extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableLedger(String sentence) {
    super(sentence);
  }

  UnusableLedger(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
