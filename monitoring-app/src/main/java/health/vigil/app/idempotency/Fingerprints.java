package health.vigil.app.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.vigil.app.secret.KeyedHash;
import health.vigil.app.secret.ServerSecret;
import health.vigil.app.security.Actor;
import health.vigil.axon.command.CommandKey;
import jakarta.inject.Singleton;

/**
 * Keyed hashes of keys and contents: what stands in the log tells nobody what a client sent, even
 * where a client put a person's number into a key.
 */
@Singleton
class Fingerprints {
  private final KeyedHash keys;
  private final KeyedHash contents;
  private final ObjectMapper canonical;

  Fingerprints(ServerSecret secret, ObjectMapper mapper) {
    this.keys = secret.hashFor("command key");
    this.contents = secret.hashFor("request content");
    this.canonical = mapper.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /** One key means different things to different clients and operations. */
  CommandKey key(Actor actor, String operation, IdempotencyKey key) {
    return key(actor, operation, key.value());
  }

  /** As the other, of a name that is no header's. */
  CommandKey key(Actor actor, String operation, String name) {
    return new CommandKey(keys.hex(actor.client(), operation, name));
  }

  /**
   * The same for the same content under the same key, whatever the order and spacing of its JSON.
   * Under another key it is another: what somebody sends again of a person who was erased tells
   * nobody who that was.
   */
  String content(CommandKey key, Object body) {
    try {
      return contents.hex(key.value(), canonical.writeValueAsString(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a request can be written as it was read", impossible);
    }
  }
}
