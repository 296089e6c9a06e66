package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Table.Aim;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Verification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The whole log, read from its beginning by one reader. */
final class Reads {
  private static final List<Integer> BATCHES = List.of(100, 1000, 5000);
  private static final String CHAIN = "verification";
  private static final String COPY = "COPY out, binary, undecoded";

  private final Options options;
  private final Ground ground;
  private final OurLog ours;
  private final AxonPeer axon;
  private final Table table;

  Reads(Options options, Ground ground, OurLog ours, AxonPeer axon, Table table) {
    this.options = options;
    this.ground = ground;
    this.ours = ours;
    this.axon = axon;
    this.table = table;
  }

  /** A log to read, and the same events in Axon's tables. */
  @SuppressWarnings("SystemOut")
  void prepare() throws SQLException, InterruptedException {
    System.out.printf("a log of %,d events to read%n", options.events());
    ours.wipe();
    ours.fill(options.events());
    axon.copyOurs();
    ground.tidy();
  }

  @SuppressWarnings("SystemOut")
  void run() throws SQLException, InterruptedException {
    System.out.println("tracked read");
    Contestant own = new Contestant(OurLog.NAME, this::own);
    Contestant peer = best();
    Contestant copy = new Contestant(COPY, this::copy);
    own.warmUp();
    copy.warmUp();
    Contest contest = Contest.of(options.rounds(), ground.meter, List.of(own, peer, copy));
    String what = "tracked read of %,d events, decoded".formatted(options.events());
    table.add(
        what, peer.name(), Aim.AT_LEAST, 2, contest.rates(OurLog.NAME, peer.name()), "events/s");
    table.add(what, COPY, Aim.AT_LEAST, 0.5, contest.rates(OurLog.NAME, COPY), "events/s");
  }

  private Contestant best() throws SQLException, InterruptedException {
    List<Contestant> all = new ArrayList<>();
    for (int size : BATCHES) {
      EventStorageEngine engine = axon.reading(size);
      Contestant one =
          new Contestant(AxonPeer.NAME + ", batches of " + size, () -> decoded(engine));
      one.warmUp();
      all.add(one);
    }
    Contest trial = Contest.of(1, ground.meter, all);
    return all.stream()
        .max((one, other) -> Double.compare(trial.median(one.name()), trial.median(other.name())))
        .orElseThrow();
  }

  /** By the store's own stream, as a processor follows it, until everything is read. */
  private Sample own() throws InterruptedException {
    long begin = System.nanoTime();
    long read = 0;
    try (TrackingEventStream events = ours.log.eventStore().openStream(null)) {
      for (; read < options.events(); read++) {
        decode(events.nextAvailable());
      }
    }
    return sample(read, begin);
  }

  /** The chain of the same log, which the tracked read is compared with. */
  @SuppressWarnings("SystemOut")
  void verify() throws SQLException, InterruptedException {
    System.out.println("verification of the chain");
    Contestant chain = new Contestant(CHAIN, this::chain);
    Contestant read = new Contestant(OurLog.NAME, this::own);
    chain.warmUp();
    read.warmUp();
    Contest contest = Contest.of(options.rounds(), ground.meter, List.of(chain, read));
    table.add(
        "verification of the chain of %,d events".formatted(options.events()),
        "the tracked read",
        Aim.AT_LEAST,
        0.5,
        contest.rates(CHAIN, OurLog.NAME),
        "events/s");
  }

  private Sample chain() throws InterruptedException {
    long begin = System.nanoTime();
    Verification verified = new ChainVerifier(ground.pool).all();
    if (!verified.isIntact()) {
      throw new IllegalStateException("the chain is broken: " + verified.firstFlaw());
    }
    return sample(verified.count(), begin);
  }

  private Sample decoded(EventStorageEngine engine) {
    long begin = System.nanoTime();
    long read = 0;
    try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
      for (Iterator<? extends TrackedEventMessage<?>> each = events.iterator(); each.hasNext(); ) {
        decode(each.next());
        read++;
      }
    }
    return sample(read, begin);
  }

  /** What a processor and its handlers ask for. */
  private static void decode(TrackedEventMessage<?> event) {
    if (event.getPayload() == null || event.getMetaData().isEmpty()) {
      throw new IllegalStateException("an event has lost what it said");
    }
  }

  private Sample copy() throws SQLException {
    long begin = System.nanoTime();
    return sample(CopyOfAll.rows(ground.pool), begin);
  }

  private Sample sample(long read, long begin) {
    if (read != options.events()) {
      throw new IllegalStateException("%d events were read".formatted(read));
    }
    return Sample.of(read, System.nanoTime() - begin);
  }
}
