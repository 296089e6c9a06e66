package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Callers.Hiring;
import health.vigil.benchmarks.store.Table.Aim;
import java.sql.SQLException;
import java.util.List;

/** Events that are appended, one each and a hundred each. */
final class Appends {
  /** As many as a caller that sends for a ward watches. */
  static final int STREAMS_OF_A_CALLER = 48;

  private static final int BULK = 100;
  private static final String COPIES = "COPY of 100";
  private static final String LONG_COPY = "one long COPY";

  private final Options options;
  private final Ground ground;
  private final OurLog ours;
  private final AxonPeer axon;
  private final PlainTable plain;
  private final Table table;

  Appends(
      Options options, Ground ground, OurLog ours, AxonPeer axon, PlainTable plain, Table table) {
    this.options = options;
    this.ground = ground;
    this.ours = ours;
    this.axon = axon;
    this.plain = plain;
    this.table = table;
  }

  @SuppressWarnings("SystemOut")
  void one() throws SQLException, InterruptedException {
    for (int callers : options.callers()) {
      System.out.println("append, 1 event each, callers: " + callers);
      Contest contest =
          contest(
              List.of(
                  contestant(OurLog.NAME, callers, 1, () -> ours.caller(1)),
                  contestant(AxonPeer.NAME, callers, 1, () -> axon.caller(1)),
                  contestant(PlainTable.INSERT, callers, 1, plain::inserting)));
      compare(contest, callers);
    }
  }

  private void compare(Contest contest, int callers) {
    String what = "append, 1 event each, %d callers".formatted(callers);
    boolean many = callers >= 32;
    table.add(
        what,
        AxonPeer.NAME,
        Aim.AT_LEAST,
        many ? 4 : 1,
        contest.rates(OurLog.NAME, AxonPeer.NAME),
        "/s");
    table.add(
        what,
        PlainTable.INSERT,
        Aim.AT_LEAST,
        many ? 2 : 1,
        contest.rates(OurLog.NAME, PlainTable.INSERT),
        "/s");
    if (callers == 64) {
      tail(contest, AxonPeer.NAME);
      tail(contest, PlainTable.INSERT);
    }
  }

  private void tail(Contest contest, String peer) {
    table.add(
        "99th percentile at 64 callers",
        peer,
        Aim.BELOW,
        1,
        contest.tails(OurLog.NAME, peer),
        "µs");
  }

  @SuppressWarnings("SystemOut")
  void bulk() throws SQLException, InterruptedException {
    for (int callers : options.bulkCallers()) {
      System.out.println("append, 100 events each, callers: " + callers);
      Contest contest =
          contest(
              List.of(
                  contestant(OurLog.NAME, callers, BULK, () -> ours.caller(BULK)),
                  contestant(COPIES, callers, BULK, () -> plain.copying(BULK)),
                  contestant(LONG_COPY, callers, BULK, () -> plain.streaming(BULK))));
      String what = "append, 100 events each, %d callers".formatted(callers);
      for (String peer : List.of(COPIES, LONG_COPY)) {
        table.add(
            what,
            peer + " in, binary",
            Aim.AT_LEAST,
            0.8,
            contest.rates(OurLog.NAME, peer),
            "events/s");
      }
    }
  }

  /** On empty tables, after everybody has warmed up. */
  private Contest contest(List<Contestant> contestants) throws SQLException, InterruptedException {
    for (Contestant contestant : contestants) {
      contestant.warmUp();
    }
    ours.wipe();
    axon.wipe();
    plain.wipe();
    return Contest.of(options.rounds(), ground.meter, contestants);
  }

  private Contestant contestant(String name, int callers, int events, Hiring hiring) {
    return new Contestant(
        name,
        () -> new Callers(callers, options.warmUp(), events).run(hiring),
        () -> new Callers(callers, options.round(), events).run(hiring));
  }
}
