package health.vigil.app.attack;

import health.vigil.app.Api;
import health.vigil.app.Tokens;
import health.vigil.issuer.TokenRequest;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import java.util.List;

/** Somebody with a token that holds, and all that the log has by this person. */
final class Attacker {
  private static final int MANY = 100_000;

  private final String id;
  private final TokenRequest who;
  private final long begin;
  private final EventLog log;

  private Attacker(String id, TokenRequest who, EventLog log) {
    this.id = id;
    this.who = who;
    this.log = log;
    this.begin = log.head();
  }

  static Attacker nurseOf(String ward, EventLog log) {
    return with("nurse", ward, log);
  }

  static Attacker with(String role, String ward, EventLog log) {
    String id = Api.unique(role);
    return new Attacker(id, TokenRequest.of(id).as(role, ward), log);
  }

  static Attacker device(String device, EventLog log) {
    return new Attacker(device, TokenRequest.ofDevice(device), log);
  }

  Api api() {
    return new Api().as(who);
  }

  String authorization() {
    return Tokens.bearer(Tokens.of(who));
  }

  /** The types of the events that this person has led to. */
  List<String> recorded() {
    return log.read(begin, MANY).stream()
        .filter(event -> event.metadata().contains("\"" + id + "\""))
        .map(RecordedEvent::type)
        .toList();
  }
}
