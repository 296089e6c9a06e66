package health.vigil.app.idempotency;

import health.vigil.app.log.AppendFailures;
import health.vigil.app.log.Payloads;
import health.vigil.app.log.RecordedUnderKey;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Metadata;
import health.vigil.store.AppendedEvent;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Decides from what is recorded, not from how the command ended, what a request has come to. */
@Singleton
class Outcome {
  private final RecordedUnderKey log;
  private final EventLog events;
  private final Payloads payloads;
  private final Contents contents;

  Outcome(RecordedUnderKey log, EventLog events, Payloads payloads, Contents contents) {
    this.log = log;
    this.events = events;
    this.payloads = payloads;
    this.contents = contents;
  }

  /**
   * @param appended by the command just now; only without any is the log read
   * @param failure of the command; it counts only when nothing is recorded under the key, or when
   *     it says that nobody knows and the log can not be read
   */
  Recorded of(
      CommandKey key,
      String content,
      List<AppendedEvent> appended,
      @Nullable RuntimeException failure) {
    List<AppendedEvent> own = appended.stream().filter(event -> isUnder(key, event)).toList();
    return own.isEmpty() ? inLog(key, content, failure) : justNow(own);
  }

  private static boolean isUnder(CommandKey key, AppendedEvent appended) {
    return key.value().equals(appended.event().getMetaData().get(Metadata.COMMAND_KEY));
  }

  private static Recorded justNow(List<AppendedEvent> own) {
    return new Recorded(
        own.get(own.size() - 1).position(),
        own.stream().<Object>map(appended -> appended.event().getPayload()).toList(),
        String.valueOf(own.get(0).event().getMetaData().get(Metadata.CORRELATION_ID)));
  }

  private Recorded inLog(CommandKey key, String content, @Nullable RuntimeException failure) {
    List<RecordedEvent> recorded = find(key, failure);
    if (recorded.isEmpty()) {
      return nothing(failure);
    }
    RecordedEvent last = recorded.get(recorded.size() - 1);
    if (!content.equals(contents.of(last))) {
      throw new ProblemException(
          Problem.of(422, "key-reused", "The key was used for another request")
              .detail("Send a new key, or the same content as before."));
    }
    return new Recorded(
        last.position(),
        recorded.stream().map(payloads::read).toList(),
        contents.correlationOf(last));
  }

  private List<RecordedEvent> find(CommandKey key, @Nullable RuntimeException failure) {
    try {
      return log.find(key);
    } catch (EventStoreException unreadable) {
      if (failure == null || !AppendFailures.isUnknown(failure)) {
        throw unreadable;
      }
      failure.addSuppressed(unreadable);
      throw failure;
    }
  }

  private Recorded nothing(@Nullable RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
    return new Recorded(events.head(), List.of(), null);
  }
}
