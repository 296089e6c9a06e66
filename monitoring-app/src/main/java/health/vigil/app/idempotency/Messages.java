package health.vigil.app.idempotency;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import health.vigil.app.log.EventMetadata;
import health.vigil.app.log.RecordedUnderKey;
import health.vigil.app.security.CurrentActor;
import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Metadata;
import health.vigil.monitoring.AssessedSet;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.RecordTogether;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Requests that hold several messages, each with an identity of its own: sent again in another
 * request, each is known. {@link Writes} is for requests that are one message.
 */
@Singleton
public class Messages {
  private final CommandGateway gateway;
  private final Fingerprints fingerprints;
  private final RecordedUnderKey log;
  private final Contents contents;
  private final CurrentRequest request;
  private final CurrentActor actors;
  private final Clock clock;

  Messages(
      CommandGateway gateway,
      Fingerprints fingerprints,
      RecordedUnderKey log,
      Contents contents,
      CurrentRequest request,
      CurrentActor actors,
      Clock clock) {
    this.gateway = gateway;
    this.fingerprints = fingerprints;
    this.log = log;
    this.contents = contents;
    this.request = request;
    this.actors = actors;
    this.clock = clock;
  }

  /** Of the request at hand; to be asked on its own thread, and used on any. */
  public Sender sender() {
    Map<String, String> correlation = request.correlation();
    request.answerWith(Objects.requireNonNull(correlation.get(Metadata.CORRELATION_ID)));
    return new Sender(actors.current(), correlation, clock.instant());
  }

  /**
   * @param kind of message; one source means different things in different kinds
   * @param source what the sender calls it
   * @param content canonical
   */
  public MessageIdentity identity(Sender sender, String kind, String source, String content) {
    CommandKey key = fingerprints.key(sender.actor(), kind, source);
    return new MessageIdentity(key, fingerprints.content(key, content));
  }

  /** The first event of each of these keys that is recorded: one look into the log. */
  public Map<CommandKey, Recording> find(Collection<CommandKey> keys) {
    Map<CommandKey, Recording> found = new HashMap<>();
    Map<CommandKey, RecordedEvent> events = log.firstOf(keys);
    events.forEach((key, event) -> found.put(key, new Recording(event, contents.of(event))));
    return found;
  }

  /**
   * Sends what came as several messages. Whether each is recorded the log tells, not how this ends.
   *
   * @param first of the messages: the events that have no message of their own are its
   * @return what the handler answered, null when the first message was recorded before
   */
  public @Nullable Map<ObservationId, AssessedSet> send(
      RecordTogether command, MessageIdentity first, Sender sender) {
    return gateway.sendAndWait(
        asCommandMessage(command).andMetaData(metadata(sender)).andMetaData(first.metaData()));
  }

  private static Map<String, String> metadata(Sender sender) {
    Map<String, String> metadata = new HashMap<>(sender.correlation());
    metadata.put(Metadata.ACTOR, sender.actor().id());
    metadata.put(EventMetadata.CLIENT, sender.actor().client());
    return metadata;
  }
}
