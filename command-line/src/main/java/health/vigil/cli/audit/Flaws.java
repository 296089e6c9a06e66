package health.vigil.cli.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.chain.Flaw;
import java.util.List;

/** What is wrong, in words and as JSON. */
final class Flaws {

  /** So many are told in words; JSON holds them all. */
  private static final int TOLD = 20;

  private Flaws() {}

  static void tell(List<Flaw> flaws, Terminal terminal) {
    flaws.stream().limit(TOLD).forEach(flaw -> terminal.say("  " + flaw));
    if (flaws.size() > TOLD) {
      terminal.say("  and %d more: --json tells all.".formatted(flaws.size() - TOLD));
    }
  }

  static void put(List<Flaw> flaws, ObjectNode into) {
    ArrayNode array = into.putArray("flaws");
    flaws.forEach(
        flaw ->
            array
                .addObject()
                .put("position", flaw.position())
                .put("kind", flaw.kind().name())
                .put("detail", flaw.toString()));
  }

  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
