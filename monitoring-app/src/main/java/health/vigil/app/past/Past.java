package health.vigil.app.past;

import health.vigil.app.json.Instants;
import health.vigil.app.reading.ReadModels;
import health.vigil.axon.processor.Replay;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.LogPrefix;
import health.vigil.store.ReadFilter;
import health.vigil.store.read.PastEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Shows read models as they were. Their own handlers build them from the events of that time, their
 * own queries read them; they are gone when the answer is there. Nothing is written that lasts.
 */
@Singleton
public class Past {
  private static final String OBSERVATION = "observationId";
  private static final String ALREADY = "a time that has passed";

  private final EventLog log;
  private final PastEvents events;
  private final EventChoice choice;
  private final Replay replay;
  private final ReadModels readModels;
  private final TemporaryTables tables;
  private final Places places;

  Past(
      EventLog log,
      PastEvents events,
      EventChoice choice,
      Replay replay,
      ReadModels readModels,
      TemporaryTables tables,
      Places places) {
    this.log = log;
    this.events = events;
    this.choice = choice;
    this.replay = replay;
    this.readModels = readModels;
    this.tables = tables;
    this.places = places;
  }

  /**
   * The log at the time that a request names.
   *
   * @throws Refusal when it is no time, or has not come yet by the database's clock
   */
  public LogPrefix at(String asOf) {
    Instant time = Objects.requireNonNull(Instants.parse("asOf", asOf));
    return log.prefix(time).orElseThrow(() -> Refusal.invalid("asOf", ALREADY));
  }

  /**
   * What somebody makes of read models that are empty to begin with.
   *
   * @param names of the read models
   */
  public <T> T of(Set<String> names, Function<View, T> reading) {
    return places.take(() -> inTransaction(names, reading));
  }

  private <T> T inTransaction(Set<String> names, Function<View, T> reading) {
    QuarkusTransaction.begin();
    try {
      tables.standInForThoseOf(names);
      return reading.apply(new View());
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** What was recorded about a subject after a position up to and with another. */
  public record Stretch(String subject, long after, long upTo) {}

  /** Read models of the past, for the time of one transaction. */
  public final class View {
    private View() {}

    /** Shows a read model what it has handlers for, one stretch after the other. */
    public void follow(String readModel, List<Stretch> stretches) {
      ReadFilter filter = choice.of(readModel);
      events.read(
          stretches.stream()
              .map(each -> new PastEvents.About(each.subject(), each.after(), each.upTo(), filter))
              .toList(),
          block -> replay.handle(readModel, block));
    }

    /**
     * Some of the events about a subject, of some types or families of types, after a position up
     * to and with another.
     */
    public List<TrackedEventMessage<?>> read(
        String subject, long after, long upTo, List<Class<?>> types) {
      List<TrackedEventMessage<?>> found = new ArrayList<>();
      events.read(new PastEvents.About(subject, after, upTo, choice.only(types)), found::addAll);
      return of(types, found);
    }

    /** Of those up to a position, the ones of these observation sets. */
    public List<TrackedEventMessage<?>> read(
        String subject, long upTo, List<Class<?>> types, Set<String> observations) {
      List<TrackedEventMessage<?>> found = new ArrayList<>();
      events.read(
          new PastEvents.About(subject, 0, upTo, choice.only(types)),
          OBSERVATION,
          observations,
          found::addAll);
      return of(types, found);
    }

    /** The database leaves out what it knows; older revisions come with the others. */
    private static List<TrackedEventMessage<?>> of(
        List<Class<?>> types, List<TrackedEventMessage<?>> found) {
      return found.stream()
          .filter(event -> types.stream().anyMatch(type -> type.isInstance(event.getPayload())))
          .toList();
    }

    /** Shows it events that have been read. */
    public void take(String readModel, List<TrackedEventMessage<?>> read) {
      replay.handle(readModel, read);
    }

    /** What the read models' own queries answer. */
    public <A> A ask(Object query, Class<A> answer) {
      return readModels.ask(query, answer);
    }
  }
}
