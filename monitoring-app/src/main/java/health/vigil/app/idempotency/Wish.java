package health.vigil.app.idempotency;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;

/**
 * What one request asks for: under which key, with which content, by whom. It may be sent when the
 * request is over, by any thread.
 */
public final class Wish {
  private final Received received;
  private final String content;
  private final Map<String, String> metadata;
  private final BiFunction<Wish, CommandMessage<?>, Recorded> sending;

  Wish(
      Received received,
      String content,
      Map<String, String> metadata,
      BiFunction<Wish, CommandMessage<?>, Recorded> sending) {
    this.received = received;
    this.content = content;
    this.metadata = Map.copyOf(metadata);
    this.sending = sending;
  }

  public Received received() {
    return received;
  }

  /** The same for the same content; tells nobody what it is. */
  public String content() {
    return content;
  }

  /** Sends the command that it comes to, and answers with what is recorded under its key. */
  public Recorded send(Object command) {
    return sending.apply(this, asCommandMessage(command).andMetaData(metadata));
  }
}
