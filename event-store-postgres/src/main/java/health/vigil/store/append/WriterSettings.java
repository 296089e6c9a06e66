package health.vigil.store.append;

import java.time.Duration;

/**
 * What a writer takes on.
 *
 * @param lanes that write by turns, each with a connection: while PostgreSQL flushes the group of
 *     one, it prepares that of another
 * @param maxWaiting appends that may wait; more are refused
 * @param maxWaitingBytes that these may have, about; more are refused
 * @param groupEvents in one group at most; a larger append is a group of its own
 * @param groupBytes in one group at most, about; a larger append is a group of its own
 * @param answerTimeout after which a caller is told what is known; a group that PostgreSQL works on
 *     for longer is given up
 */
public record WriterSettings(
    int lanes,
    int maxWaiting,
    long maxWaitingBytes,
    int groupEvents,
    long groupBytes,
    Duration answerTimeout) {

  private static final int LANES = 2;

  public static final WriterSettings DEFAULT =
      new WriterSettings(4096, 64L << 20, 2048, 8L << 20, Duration.ofSeconds(5));

  /** With as many lanes as are of use. */
  public WriterSettings(
      int maxWaiting,
      long maxWaitingBytes,
      int groupEvents,
      long groupBytes,
      Duration answerTimeout) {
    this(LANES, maxWaiting, maxWaitingBytes, groupEvents, groupBytes, answerTimeout);
  }

  public WriterSettings {
    require(lanes > 0, "at least one lane has to write");
    require(maxWaiting > 0, "at least one append has to be able to wait");
    require(maxWaitingBytes > 0, "appends that wait have some bytes");
    require(groupEvents > 0, "a group has at least one event");
    require(groupBytes > 0, "a group has some bytes");
    require(answerTimeout.toMillis() >= 100, "an answer takes at least 100 ms");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
