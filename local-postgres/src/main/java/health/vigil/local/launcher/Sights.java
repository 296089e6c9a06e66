package health.vigil.local.launcher;

import java.nio.file.Path;

/** Where to look once everything runs. */
final class Sights {

  private Sights() {}

  static void show(Verb verb, Settings settings, Path data, Terminal terminal) {
    String api = settings.address() + "/api/v1";
    String ward = verb == Verb.DEMO ? "A" : "{ward}";
    terminal.say("");
    terminal.say("Vigil runs. Look at");
    terminal.say("  the ward      " + api + "/wards/" + ward + "/board");
    terminal.say("  the stream    curl -N '" + api + "/stream?ward=" + ward + "'");
    terminal.say("  the alerts    " + api + "/alerts?ward=" + ward);
    terminal.say("  the API       " + settings.address() + "/q/swagger-ui");
    if (verb == Verb.DEMO) {
      terminal.say("  the logs      " + data.resolve("logs"));
    }
    terminal.say("Ctrl-C stops it; everything is kept for the next start.");
  }
}
