package health.vigil.cli.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.chain.Flaw;
import health.vigil.store.export.ExportManifest;
import health.vigil.store.export.ExportVerification;
import java.util.List;

/**
 * What a verification of an export found, in words and as JSON.
 *
 * @param flaws those that are to be told
 */
record ExportReport(ExportVerification found, SignedCheckpoints signed, List<Flaw> flaws) {

  ObjectNode json() {
    ExportManifest manifest = found.manifest();
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("intact", flaws.isEmpty())
            .put("export", manifest.id())
            .put("epoch", manifest.epoch())
            .put("first", manifest.first())
            .put("last", found.last())
            .put("count", found.count())
            .put("hash", found.hash())
            .put("key", manifest.key())
            .put("at", manifest.at().toString());
    if (found.line() > 0) {
      result.put("line", found.line());
    }
    Flaws.put(flaws, result);
    result.putObject("checkpoints").put("compared", found.compared());
    return result;
  }

  void tell(Terminal terminal) {
    ExportManifest manifest = found.manifest();
    terminal.say(flaws.isEmpty() ? "The export is intact." : "The export is BROKEN.");
    Flaws.tell(flaws, terminal);
    if (found.line() > 0) {
      terminal.say("look at", "line %d of events.ndjson".formatted(found.line()));
    }
    terminal.say("export", "%s, of %s".formatted(manifest.id(), manifest.at()));
    terminal.say("epoch", manifest.epoch());
    terminal.say("events", events(manifest));
    terminal.say("hash", found.hash());
    terminal.say(
        "key", manifest.key() + (signed.keys().isEmpty() ? ", not looked at; see --key" : ""));
    terminal.say("checkpoints", signed.told(found.compared()));
  }

  private String events(ExportManifest manifest) {
    String promised =
        "%d to %d, %s"
            .formatted(manifest.first(), manifest.last(), Flaws.count(manifest.count(), "event"));
    return found.count() == manifest.count()
        ? promised
        : promised + ", of which %d are as they should be".formatted(found.count());
  }
}
