package health.vigil.app.idempotency;

import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Metadata;
import java.util.Map;

/**
 * What makes one message the same when it comes again, in whatever request.
 *
 * @param key under which its effect is recorded
 * @param content a keyed hash of what it says: another under the same key is another wish
 */
public record MessageIdentity(CommandKey key, String content) {
  /** UUID text: the identifier of the first event that the message led to. */
  public String id() {
    return key.eventIdentifier(0);
  }

  /** Of what this content asks to do about the message beside recording it. */
  public MessageIdentity toDo(String what) {
    return new MessageIdentity(new CommandKey(key.value() + "|" + what + "|" + content), content);
  }

  /** What events bear that come of this message and no other of its command. */
  public Map<String, String> metaData() {
    return Map.of(Metadata.COMMAND_KEY, key.value(), Metadata.REQUEST_HASH, content);
  }
}
