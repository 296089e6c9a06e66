package health.vigil.local.launcher;

import java.nio.file.Path;

/** Where to look once everything runs, and with which tokens. */
final class Sights {

  private static final String CURL = "curl -s --oauth2-bearer \"$TOKEN\" ";

  private final Terminal terminal;
  private final Settings settings;

  private Sights(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  static void show(Verb verb, Trust trust, Settings settings, Path data, Terminal terminal) {
    Sights sights = new Sights(terminal, settings);
    terminal.say("");
    terminal.say("Vigil runs. It tells nobody anything without a token:");
    String ward = verb == Verb.DEMO ? "A" : "{ward}";
    if (trust.isBuiltIn()) {
      sights.tokens(ward);
    } else {
      terminal.say("  TOKEN=...     one that " + trust.provider().orElseThrow() + " gives");
    }
    sights.places(ward);
    if (verb == Verb.DEMO) {
      terminal.say("  the logs      " + data.resolve("logs"));
    }
    terminal.say("Ctrl-C stops it; everything is kept for the next start.");
  }

  private void tokens(String ward) {
    terminal.say("  TOKEN=$(./vigil token nurse --ward " + ward + ")");
    terminal.say("and for the other roles");
    terminal.say("  ./vigil token physician --ward " + ward);
    terminal.say("  ./vigil token supervisor --ward " + ward);
    terminal.say("  ./vigil token device --device monitor-1");
    terminal.say("  ./vigil token booking-clerk, auditor, operator or integration");
  }

  private void places(String ward) {
    String api = settings.address() + "/api/v1";
    terminal.say("With it look at");
    terminal.say("  the ward      " + CURL + api + "/wards/" + ward + "/board");
    terminal.say("  the stream    " + CURL + "-N '" + api + "/stream?ward=" + ward + "'");
    terminal.say("  the alerts    " + CURL + "'" + api + "/alerts?ward=" + ward + "'");
    terminal.say("  the API       " + settings.address() + "/q/swagger-ui");
  }
}
