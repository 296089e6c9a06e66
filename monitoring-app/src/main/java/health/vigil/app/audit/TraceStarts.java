package health.vigil.app.audit;

import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Metadata;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands whatever somebody holds in the hand of what happened. */
@Singleton
class TraceStarts {
  private static final Pattern POSITION =
      Pattern.compile("(?:(?<epoch>[0-9a-z]{1,40})-)?(?<position>\\d{1,18})");

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final EventLog log;
  private final TraceMetadata metadata;

  TraceStarts(EventLog log, TraceMetadata metadata) {
    this.log = log;
    this.metadata = metadata;
  }

  /**
   * @return of what is no event and no key, the request of that correlation, if there was one
   * @throws Refusal 404 when nothing stands at that place of the log
   */
  TraceStart find(String id) {
    if (!PRINTABLE.matcher(id).matches()) {
      throw Refusal.notFound("event");
    }
    Matcher place = POSITION.matcher(id);
    return place.matches()
        ? at(place)
        : ofEventOrCommand(id).orElseGet(() -> new TraceStart(id, null));
  }

  private TraceStart at(Matcher place) {
    String epoch = place.group("epoch");
    long position = Long.parseLong(place.group("position"));
    if (position == 0 || (epoch != null && !epoch.equals(log.epoch()))) {
      throw Refusal.notFound("event");
    }
    return log.read(position - 1, 1).stream()
        .findFirst()
        .map(this::of)
        .orElseThrow(() -> Refusal.notFound("event"));
  }

  /** The events of a command bear identifiers that follow from its key. */
  private Optional<TraceStart> ofEventOrCommand(String id) {
    List<String> identifiers = List.of(id, new CommandKey(id).eventIdentifier(0));
    return log.findByIdentifiers(identifiers).stream().findFirst().map(this::of);
  }

  private TraceStart of(RecordedEvent asked) {
    return new TraceStart(metadata.of(asked).text(Metadata.CORRELATION_ID), asked);
  }
}
