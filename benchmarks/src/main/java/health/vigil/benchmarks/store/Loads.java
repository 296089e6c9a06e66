package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Callers.Caller;
import health.vigil.benchmarks.store.Table.Aim;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Aggregates of twenty events that are loaded, with a snapshot of the first fifteen and without.
 */
final class Loads {
  private static final int AGGREGATES = 2000;
  private static final int EVENTS = 20;
  private static final int LAST_IN_SNAPSHOT = 14;
  private static final List<Integer> BATCHES = List.of(20, 100, 1000);
  private static final List<Integer> CALLERS = List.of(1, 8);

  private final Options options;
  private final Ground ground;
  private final Readings readings;
  private final OurLog ours;
  private final AxonPeer axon;
  private final Table table;
  private final List<String> bare = new ArrayList<>();
  private final List<String> covered = new ArrayList<>();

  Loads(
      Options options, Ground ground, Readings readings, OurLog ours, AxonPeer axon, Table table) {
    this.options = options;
    this.ground = ground;
    this.readings = readings;
    this.ours = ours;
    this.axon = axon;
    this.table = table;
  }

  @SuppressWarnings("SystemOut")
  void run() throws SQLException, InterruptedException {
    System.out.println("load of an aggregate of 20 events");
    fill();
    EventStore own = ours.store();
    EventStore peer = best();
    for (int callers : CALLERS) {
      compare("without snapshot", bare, callers, own, peer);
      compare("with snapshot", covered, callers, own, peer);
    }
  }

  private void fill() throws SQLException {
    ours.wipe();
    axon.wipe();
    for (int i = 0; i < AGGREGATES; i += 100) {
      Streams streams = readings.streams(100);
      List<DomainEventMessage<?>> events = streams.next(100 * EVENTS);
      ours.engine.appendEvents(events);
      axon.engine.appendEvents(events);
      bare.addAll(streams.ids().subList(0, 50));
      for (String id : streams.ids().subList(50, 100)) {
        DomainEventMessage<?> snapshot = snapshot(id, i);
        ours.engine.storeSnapshot(snapshot);
        axon.engine.storeSnapshot(snapshot);
        covered.add(id);
      }
    }
    ground.tidy();
  }

  private DomainEventMessage<?> snapshot(String id, int number) {
    return new GenericDomainEventMessage<>(
        Readings.STREAM_TYPE, id, LAST_IN_SNAPSHOT, readings.state(number));
  }

  private EventStore best() throws SQLException, InterruptedException {
    List<Contestant> all = new ArrayList<>();
    List<EventStore> stores = new ArrayList<>();
    for (int size : BATCHES) {
      EventStore store = embedded(axon.reading(size));
      Contestant one = contestant(AxonPeer.NAME + ", batches of " + size, bare, 1, store);
      one.warmUp();
      all.add(one);
      stores.add(store);
    }
    Contest trial = Contest.of(1, ground.meter, all);
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      if (trial.median(all.get(i).name()) > trial.median(all.get(best).name())) {
        best = i;
      }
    }
    return stores.get(best);
  }

  static EventStore embedded(EventStorageEngine engine) {
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  private void compare(
      String how, List<String> aggregates, int callers, EventStore own, EventStore peer)
      throws SQLException, InterruptedException {
    Contestant us = contestant(OurLog.NAME, aggregates, callers, own);
    Contestant them = contestant(AxonPeer.NAME, aggregates, callers, peer);
    us.warmUp();
    them.warmUp();
    Contest contest = Contest.of(options.rounds(), ground.meter, List.of(us, them));
    table.add(
        "load of an aggregate of 20 events, %s, callers: %d".formatted(how, callers),
        AxonPeer.NAME,
        Aim.AT_LEAST,
        2.5,
        contest.rates(OurLog.NAME, AxonPeer.NAME),
        "/s");
  }

  private Contestant contestant(
      String name, List<String> aggregates, int callers, EventStore store) {
    return new Contestant(
        name,
        () -> new Callers(callers, options.warmUp(), 1).run(() -> loading(aggregates, store)),
        () -> new Callers(callers, options.round(), 1).run(() -> loading(aggregates, store)));
  }

  private static Caller loading(List<String> aggregates, EventStore store) {
    SplittableRandom chance = new SplittableRandom(System.nanoTime());
    return () -> load(store.readEvents(aggregates.get(chance.nextInt(aggregates.size()))));
  }

  private static void load(DomainEventStream events) {
    long last = -1;
    for (Iterator<? extends DomainEventMessage<?>> each = events.asStream().iterator();
        each.hasNext(); ) {
      DomainEventMessage<?> event = each.next();
      last = event.getPayload() == null ? -1 : event.getSequenceNumber();
    }
    if (last != EVENTS - 1) {
      throw new IllegalStateException("an aggregate was loaded up to event " + last);
    }
  }
}
