package health.vigil.benchmarks.store;

import health.vigil.store.append.WriterSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How much is measured, by system properties. {@code -Dquick} is a look that takes a few minutes;
 * {@code -Drows=append,read} takes some rows of the table only.
 *
 * @param rows append, bulk, read, verify, load, following, growth, board
 * @param setsOfStays whether the events are those of stays, not those outside, which are shorter
 * @param callers who append at once, each after its answer
 * @param bulkCallers of those who append 100 events each
 * @param pool connections at most in the pool of all; not fewer than callers
 * @param lanes of Vigil's writer
 * @param events in the log that is read
 * @param small the size of the small log
 * @param large the size of the large log
 * @param boardEvents in the log from which the ward board is built
 * @param boardSlice of these, how many are taken one by one
 */
record Options(
    Set<String> rows,
    boolean setsOfStays,
    int rounds,
    Duration round,
    Duration warmUp,
    List<Integer> callers,
    List<Integer> bulkCallers,
    int pool,
    int lanes,
    int events,
    int small,
    int large,
    int boardEvents,
    int boardSlice) {

  static Options given() {
    boolean quick = System.getProperty("quick") != null;
    return new Options(
        Set.of(
            System.getProperty("rows", "append,bulk,read,verify,load,following,growth,board")
                .split(",")),
        System.getProperty("payload", "outside").equals("stay"),
        number("rounds", quick ? 3 : 5),
        Duration.ofMillis(number("millis", quick ? 1000 : 4000)),
        Duration.ofMillis(number("warmUp", quick ? 1500 : 4000)),
        numbers("callers", "1,8,32,64"),
        numbers("bulkCallers", quick ? "8" : "1,8"),
        number("pool", 64),
        number("lanes", WriterSettings.DEFAULT.lanes()),
        number("events", quick ? 100_000 : 1_000_000),
        number("small", quick ? 10_000 : 100_000),
        number("large", quick ? 200_000 : 10_000_000),
        number("boardEvents", quick ? 20_000 : 1_000_000),
        number("boardSlice", quick ? 2_000 : 20_000));
  }

  private static int number(String name, int otherwise) {
    return Integer.getInteger(name, otherwise);
  }

  private static List<Integer> numbers(String name, String otherwise) {
    return Arrays.stream(System.getProperty(name, otherwise).split(","))
        .map(Integer::valueOf)
        .toList();
  }
}
