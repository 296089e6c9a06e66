package health.vigil.app.erasure;

import java.io.Serial;

/** A line of the ledger was not written with the server's secret. */
final class ForgedLedger extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param line its number, from 1
   */
  ForgedLedger(int line) {
    super("Line " + line + " of the erasure ledger was not written with this server's secret.");
  }
}
