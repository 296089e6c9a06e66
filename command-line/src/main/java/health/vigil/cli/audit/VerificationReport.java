package health.vigil.cli.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.LogHead;
import health.vigil.store.chain.Verification;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the log found, in words and as JSON.
 *
 * @param to the position that was asked for, when one was
 */
record VerificationReport(Verification found, SignedCheckpoints signed, @Nullable Long to) {

  /** The form of {@code GET /audit/verification}. */
  ObjectNode json() {
    LogHead head = found.head();
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("intact", found.isIntact())
            .put("epoch", head.epoch())
            .put("head", head.position())
            .put("first", found.first())
            .put("last", found.last())
            .put("count", found.count())
            .put("hash", found.hash());
    Flaws.put(found.flaws(), result);
    result.putObject("checkpoints").put("compared", compared());
    return result;
  }

  private long compared() {
    return signed.between(found.first(), found.last());
  }

  void tell(Terminal terminal) {
    terminal.say(verdict());
    Flaws.tell(found.flaws(), terminal);
    LogHead head = found.head();
    terminal.say("epoch", head.epoch());
    terminal.say("head", "%d, recorded %s".formatted(head.position(), head.recordedAt()));
    terminal.say("verified", verified());
    if (!found.hash().isEmpty()) {
      terminal.say("hash", found.hash());
    }
    terminal.say("checkpoints", checkpoints());
    if (found.first() > 1 && signed.between(found.first() - 1, found.first()) == 0) {
      terminal.say(
          "note",
          "rests on the stored hash of position %d, which nothing here vouches for"
              .formatted(found.first() - 1));
    }
    if (found.isIntact() && to != null && to > head.position()) {
      terminal.say("note", "the log ends before %d".formatted(to));
    }
  }

  private String verdict() {
    if (!found.isIntact()) {
      return "The log is BROKEN.";
    }
    boolean whole = found.first() == 1 && found.last() == found.head().position();
    return whole ? "The log is intact." : "This part of the log is intact.";
  }

  private String verified() {
    return found.count() == 0
        ? "nothing"
        : "%d to %d, %s"
            .formatted(found.first(), found.last(), Flaws.count(found.count(), "event"));
  }

  private String checkpoints() {
    return signed.told(compared());
  }
}
